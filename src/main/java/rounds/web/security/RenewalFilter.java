package rounds.web.security;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;

import jakarta.inject.Named;

import org.jspecify.annotations.Nullable;

import rounds.identity.AccessTokens;
import rounds.identity.Grant;
import rounds.identity.Sessions;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/// Keeps a browser signed in: when the short-lived token has run out and the long-lived one is
/// good, the request goes on with new ones, a form that was open for an hour included. It stands
/// before the framework's security, which then sees the new token.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RenewalFilter implements Ordered {
    /// The new tokens of this request, if there are any.
    static final String RENEWED = "rounds.renewed";

    private static final String OVER = "rounds.session-over";
    private static final Duration LIFE = Duration.ofDays(Sessions.LIFE_DAYS);

    private final SessionCookies cookies;
    private final BeanProvider<Sessions> sessions;
    private final ExecutorService blocking;
    private final Clock clock;

    RenewalFilter(
            SessionCookies cookies,
            BeanProvider<Sessions> sessions,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
            Clock clock) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.blocking = blocking;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    CompletionStage<HttpRequest<?>> renew(HttpRequest<?> request) {
        String refresh = value(request, cookies.refreshName());
        if (refresh == null || !isPage(request) || isFresh(request)) {
            return CompletableFuture.completedFuture(request);
        }
        return CompletableFuture.supplyAsync(() -> renew(request, refresh), blocking);
    }

    private HttpRequest<?> renew(HttpRequest<?> request, String refresh) {
        sessions.get()
                .renew(refresh)
                .ifPresentOrElse(
                        grant -> request.setAttribute(RENEWED, grant),
                        () -> request.setAttribute(OVER, true));
        return request;
    }

    private boolean isFresh(HttpRequest<?> request) {
        String access = value(request, cookies.accessName());
        return access != null && TokenTime.isAlive(access, clock.instant());
    }

    private static boolean isPage(HttpRequest<?> request) {
        return !Paths.api(request)
                && !request.getPath().startsWith("/assets/")
                && !request.getHeaders().contains("Authorization");
    }

    /// Sets the new cookies, unless the request itself signed in or out.
    @ResponseFilter
    void keep(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.getCookie(cookies.accessName()).isPresent()) {
            return;
        }
        request.getAttribute(RENEWED, Grant.class)
                .ifPresent(grant -> {
                    response.cookie(cookies.access(grant.accessToken(), AccessTokens.LIFE));
                    response.cookie(cookies.refresh(grant.refreshToken(), LIFE));
                });
        if (request.getAttribute(OVER).isPresent()) {
            cookies.clear(response);
        }
    }

    private static @Nullable String value(HttpRequest<?> request, String name) {
        return request.getCookies()
                .findCookie(name)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }
}
