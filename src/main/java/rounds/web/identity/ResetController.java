package rounds.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.identity.Accounts;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Pages;

/// A new password for somebody who cannot sign in.
@Controller("/reset")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ResetController {
    private final Accounts accounts;
    private final Origins origins;
    private final SignedIn signedIn;
    private final Pages pages;

    ResetController(Accounts accounts, Origins origins, SignedIn signedIn, Pages pages) {
        this.accounts = accounts;
        this.origins = origins;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    /// @param sentTo the address that a mail went to; empty before
    public record AskPage(Filled filled, String sentTo) {}

    /// @param open whether the link still works
    public record ResetPage(Filled filled, String token, boolean open) {}

    @Get
    HttpResponse<?> form() {
        return showAsk(HttpStatus.OK, Filled.empty(), "");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Form form, HttpRequest<?> request) {
        try {
            accounts.askReset(form.line("email"), origins.of(request, form.optional("lang")));
            return showAsk(HttpStatus.OK, Filled.of(form), form.line("email"));
        } catch (ProblemException refused) {
            return showAsk(HttpStatus.UNPROCESSABLE_ENTITY, Filled.refused(form, refused), "");
        }
    }

    private HttpResponse<?> showAsk(HttpStatus status, Filled filled, String sentTo) {
        var page = new AskPage(filled, sentTo);
        return HttpResponse.ok(pages.show(Viewer.VISITOR, status, "identity/reset", () -> page));
    }

    @Get("/{token}")
    HttpResponse<?> choose(String token) {
        return showReset(
                HttpStatus.OK, new ResetPage(Filled.empty(), token, accounts.isReset(token)));
    }

    @Post("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reset(String token, Form form, HttpRequest<?> request) {
        try {
            var grant =
                    accounts.reset(
                            token,
                            form.text("password"),
                            origins.of(request, form.optional("lang")));
            return signedIn.as(grant, pages.goTo("/", "identity.password-changed"));
        } catch (ProblemException refused) {
            var filled = Filled.refused(form, refused);
            boolean open = filled.problems().stream().noneMatch(p -> p.name().equals("token"));
            return showReset(HttpStatus.UNPROCESSABLE_ENTITY, new ResetPage(filled, token, open));
        }
    }

    private HttpResponse<?> showReset(HttpStatus status, ResetPage page) {
        return HttpResponse.ok(
                pages.show(Viewer.VISITOR, status, "identity/reset-choose", () -> page));
    }
}
