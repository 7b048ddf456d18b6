package rounds.web.security;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;

import rounds.kernel.Viewer;

import java.util.Map;

/// Who sent a request, by the claims of her token: `sub` the person, `sid` the session, `ver` the
/// account's version.
public final class Viewers {
    private Viewers() {}

    /// The person of a valid token, else a visitor. Below `/api` only the `Authorization` header
    /// counts: a cookie, which a browser adds by itself, proves nothing there.
    public static Viewer of(HttpRequest<?> request) {
        if (Paths.api(request) && !request.getHeaders().contains("Authorization")) {
            return Viewer.VISITOR;
        }
        return request.getUserPrincipal(Authentication.class)
                .map(Viewers::of)
                .orElse(Viewer.VISITOR);
    }

    private static Viewer of(Authentication person) {
        Map<String, Object> claims = person.getAttributes();
        return claims.get("sid") == null
                ? Viewer.VISITOR
                : new Viewer.SignedIn(
                        Long.parseLong(person.getName()),
                        Long.parseLong(String.valueOf(claims.get("sid"))),
                        Integer.parseInt(String.valueOf(claims.get("ver"))));
    }
}
