package rounds.web.security;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.token.reader.TokenReader;

import jakarta.inject.Singleton;

import rounds.identity.Grant;

import java.util.Optional;

/// Where pages find the token of the person who asks: the one that was renewed a moment ago, else
/// the cookie's. Below `/api` no cookie counts.
@Singleton
final class CookieTokens implements TokenReader<HttpRequest<?>> {
    private final SessionCookies cookies;

    CookieTokens(SessionCookies cookies) {
        this.cookies = cookies;
    }

    /// After the framework's reader of the `Authorization` header.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Optional<String> findToken(HttpRequest<?> request) {
        if (Paths.api(request) || request.getHeaders().contains("Authorization")) {
            return Optional.empty();
        }
        return request.getAttribute(RenewalFilter.RENEWED, Grant.class)
                .map(Grant::accessToken)
                .or(() ->
                        request.getCookies()
                                .findCookie(cookies.accessName())
                                .map(Cookie::getValue)
                                .filter(token -> !token.isEmpty()));
    }
}
