package rounds.web.page;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.web.security.Paths;
import rounds.web.security.SessionCookies;
import rounds.web.security.Viewers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The one answer to trouble: a page that helps, or problem+json below `/api`. The page is rendered
/// here, so that trouble while rendering cannot come back here a second time.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class TroubleController {
    private static final Logger LOG = LoggerFactory.getLogger(TroubleController.class);
    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");

    private final Chrome chrome;
    private final BeanProvider<Pages> pages;
    private final ProblemJson json;
    private final SessionCookies cookies;

    TroubleController(
            Chrome chrome, BeanProvider<Pages> pages, ProblemJson json, SessionCookies cookies) {
        this.chrome = chrome;
        this.pages = pages;
        this.json = json;
        this.cookies = cookies;
    }

    @Error(global = true)
    @Produces(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> answer(HttpRequest<?> request, Throwable thrown) {
        Trouble trouble = Paths.api(request) ? Troubles.ofProgram(thrown) : Troubles.of(thrown);
        if (trouble.id() != null) {
            LOG.error(
                    "{} {} failed, {}",
                    request.getMethod(),
                    request.getPath(),
                    trouble.id(),
                    thrown);
        }
        if (Unreachable.isCauseOf(thrown)) {
            LOG.warn(
                    "{} {} found no database: {}",
                    request.getMethod(),
                    request.getPath(),
                    thrown.toString());
        }
        try {
            return answer(request, trouble);
        } catch (RuntimeException again) {
            LOG.error("The answer to {} {} failed", request.getMethod(), request.getPath(), again);
            return HttpResponse.serverError("Something went wrong here.")
                    .contentType(MediaType.TEXT_PLAIN_TYPE);
        }
    }

    /// What is too long to be read at all, an address or headers, comes here and then, with the
    /// reason, to the answer above: without this, the framework answers it.
    @Error(global = true, status = HttpStatus.REQUEST_ENTITY_TOO_LARGE)
    @Produces(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> tooLong(HttpRequest<?> request) {
        return answer(request, Trouble.of(HttpStatus.REQUEST_ENTITY_TOO_LARGE));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Trouble trouble) {
        MutableHttpResponse<?> response = HttpResponse.status(trouble.status());
        if (trouble.retryAfter() > 0) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(trouble.retryAfter()));
        }
        if (trouble.sessionEnded()) {
            cookies.clear(response);
        }
        if (Paths.api(request) && trouble.status() == HttpStatus.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (Paths.api(request) || asksForProblem(request)) {
            return json.write(trouble, request, response);
        }
        Again again = Again.of(request, trouble);
        if (again != null) {
            return page(request, trouble, "errors/again", again, response);
        }
        return trouble.status() == HttpStatus.UNAUTHORIZED
                ? signIn(request, trouble, response)
                : page(request, trouble, "errors/trouble", trouble, response);
    }

    /// A script of a page, which shows the sentence where it is needed.
    private static boolean asksForProblem(HttpRequest<?> request) {
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accepted != null && accepted.startsWith(ProblemJson.TYPE.toString());
    }

    private static HttpResponse<?> signIn(
            HttpRequest<?> request, Trouble trouble, MutableHttpResponse<?> response) {
        boolean comesBack =
                request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        String next =
                comesBack
                        ? "?next="
                                + URLEncoder.encode(
                                        request.getUri().toString(), StandardCharsets.UTF_8)
                        : "";
        if (trouble.why() != null) {
            response.cookie(Flash.cookie(trouble.why()));
        }
        return response.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/sign-in" + next);
    }

    private HttpResponse<?> page(
            HttpRequest<?> request,
            Trouble trouble,
            String template,
            Object model,
            MutableHttpResponse<?> response) {
        Me me = trouble.readsNothing() ? null : pages.get().me(Viewers.of(request));
        var page = new Page(template, model, trouble.status(), me);
        return response.contentType(HTML).body(chrome.render(page, request, response));
    }
}
