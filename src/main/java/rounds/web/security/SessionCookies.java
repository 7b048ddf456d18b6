package rounds.web.security;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;

import jakarta.inject.Singleton;

import rounds.web.Signboard;

import java.time.Duration;

/// The cookies of a signed-in browser: the access token, and the refresh token that renews it. Both
/// are closed to scripts and to other sites; over TLS they demand it, also behind a proxy.
@Singleton
public final class SessionCookies {
    private final Signboard site;

    SessionCookies(Signboard site) {
        this.site = site;
    }

    public String accessName() {
        return site.secure() ? "__Host-s" : "s";
    }

    public String refreshName() {
        return site.secure() ? "__Host-r" : "r";
    }

    public Cookie access(String token, Duration age) {
        return cookie(accessName(), token, age);
    }

    public Cookie refresh(String token, Duration age) {
        return cookie(refreshName(), token, age);
    }

    /// Signs the browser out.
    public void clear(MutableHttpResponse<?> response) {
        response.cookie(access("", Duration.ZERO)).cookie(refresh("", Duration.ZERO));
    }

    private Cookie cookie(String name, String value, Duration age) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .secure(site.secure())
                .sameSite(SameSite.Lax)
                .maxAge(age);
    }
}
