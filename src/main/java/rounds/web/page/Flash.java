package rounds.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// A sentence that the next page says once. The cookie holds only the key of a message, so nobody
/// can make the site say something else.
final class Flash {
    private static final String NAME = "flash";

    private Flash() {}

    static Cookie cookie(String key) {
        return cookie(key, Duration.ofMinutes(2));
    }

    static Cookie none() {
        return cookie("", Duration.ZERO);
    }

    static @Nullable String of(HttpRequest<?> request, Messages messages) {
        String key = request.getCookies().findCookie(NAME).map(Cookie::getValue).orElse("");
        return messages.has(key) ? key : null;
    }

    private static Cookie cookie(String value, Duration age) {
        return Cookie.of(NAME, value).path("/").httpOnly(true).sameSite(SameSite.Lax).maxAge(age);
    }
}
