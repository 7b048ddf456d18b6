package rounds.web.identity;

import io.micronaut.http.MutableHttpResponse;

import jakarta.inject.Singleton;

import rounds.identity.AccessTokens;
import rounds.identity.Grant;
import rounds.identity.Sessions;
import rounds.web.security.SessionCookies;

import java.time.Duration;

/// Tells a browser that it is signed in.
@Singleton
final class SignedIn {
    private static final Duration LIFE = Duration.ofDays(Sessions.LIFE_DAYS);

    private final SessionCookies cookies;

    SignedIn(SessionCookies cookies) {
        this.cookies = cookies;
    }

    MutableHttpResponse<?> as(Grant grant, MutableHttpResponse<?> response) {
        return response.cookie(cookies.access(grant.accessToken(), AccessTokens.LIFE))
                .cookie(cookies.refresh(grant.refreshToken(), LIFE));
    }

    /// The same session goes on with another token.
    MutableHttpResponse<?> on(String accessToken, MutableHttpResponse<?> response) {
        return response.cookie(cookies.access(accessToken, AccessTokens.LIFE));
    }

    MutableHttpResponse<?> out(MutableHttpResponse<?> response) {
        cookies.clear(response);
        return response;
    }
}
