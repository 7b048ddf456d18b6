package rounds.web.page;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;

import java.time.Duration;

/// What this device preferred before its person said what she prefers everywhere.
public final class Preferring {
    private Preferring() {}

    public static MutableHttpResponse<?> forget(MutableHttpResponse<?> response) {
        return response.cookie(none(Preferences.LANGUAGE))
                .cookie(none(Preferences.LIGHT))
                .cookie(none(Preferences.KEYS));
    }

    private static Cookie none(String name) {
        return Cookie.of(name, "").path("/").httpOnly(true).maxAge(Duration.ZERO);
    }
}
