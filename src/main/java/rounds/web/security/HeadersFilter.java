package rounds.web.security;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

import rounds.web.Signboard;

/// What a browser may do with every answer of ours. The policy alone would hold if a script got
/// past the sanitiser: nothing inline runs, nothing is fetched from elsewhere.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HeadersFilter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                    + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String NOT_USED =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                    + "microphone=(), midi=(), payment=(), usb=()";

    private final boolean secure;

    HeadersFilter(Signboard site) {
        this.secure = site.secure();
    }

    @ResponseFilter
    void add(MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        // What has a policy of its own is no page: a picture, a part of the theme.
        if (!headers.contains("Content-Security-Policy")) {
            headers.add("Content-Security-Policy", POLICY);
            headers.add("Cross-Origin-Opener-Policy", "same-origin");
            headers.add("Permissions-Policy", NOT_USED);
            headers.add("Referrer-Policy", "same-origin");
        }
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            headers.add("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        }
        // Nearly every answer depends on who asks; what does not says so itself.
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.add(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
    }
}
