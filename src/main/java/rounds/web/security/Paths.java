package rounds.web.security;

import io.micronaut.http.HttpRequest;

/// Which world a request belongs to.
public final class Paths {
    private Paths() {}

    /// The JSON world, where a bearer token and nothing else says who asks.
    public static boolean api(HttpRequest<?> request) {
        String path = request.getPath();
        return path.startsWith("/api/") || path.equals("/api");
    }
}
