package rounds.web.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;

import org.jspecify.annotations.Nullable;

import rounds.forum.View;

/// The order of discussions that was chosen on this device.
public final class Order {

    /// Null where none was.
    public static @Nullable View of(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(Preferences.ORDER)
                .map(Cookie::getValue)
                .map(View::of)
                .orElse(null);
    }

    private Order() {}
}
