package rounds.web.security;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

/// A program that says who it is, and is not believed, is told so: it must not go on as a visitor
/// and take what it then does not find for missing.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BearerFilter implements Ordered {

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (request.getHeaders().contains("Authorization")
                && request.getUserPrincipal(Authentication.class).isEmpty()) {
            throw new ProblemException(new Problem.SessionEnded());
        }
    }
}
