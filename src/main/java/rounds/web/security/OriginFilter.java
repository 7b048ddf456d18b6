package rounds.web.security;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.web.Signboard;

import java.util.Set;

/// Nothing changes because another site made a browser ask for it: every unsafe request to a page,
/// signing in included, must say that it comes from here. The API needs no such proof, because it
/// takes no cookie.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class OriginFilter {
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String ours;

    OriginFilter(Signboard site) {
        this.ours = site.baseUrl();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (!SAFE.contains(request.getMethod())
                && !Paths.api(request)
                && !fromHere(request.getHeaders())) {
            throw new ProblemException(new Problem.Forbidden("trouble.cross-site"));
        }
    }

    private boolean fromHere(HttpHeaders headers) {
        @Nullable String site = headers.get("Sec-Fetch-Site");
        return site != null
                ? site.equals("same-origin")
                : ours.equals(headers.get(HttpHeaders.ORIGIN));
    }
}
