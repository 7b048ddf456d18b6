package rounds.web.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.kernel.ProblemException;

/// Serves the theme's style sheets, scripts, icons and fonts. The address holds the hash of the
/// content, so a browser asks for each only once.
@Controller("/assets")
@Secured(SecurityRule.IS_ANONYMOUS)
final class AssetController {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    // An older page asks for what has changed since: it gets what is there now, and not for long.
    private static final String FOR_A_MINUTE = "public, max-age=60";

    /// Opened by itself, as a picture can be, it runs and fetches nothing.
    private static final String NOTHING_INSIDE = "default-src 'none'; frame-ancestors 'none'";

    /// A worker has the policy that came with it: the one that reads PDF fetches nothing, either.
    /// It unfolds pictures of scanners with compiled code of ours, and makes none of text.
    private static final String WORKER = "pdf-worker.js";

    private static final String DECODING =
            "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'";

    private final Theme theme;

    AssetController(Theme theme) {
        this.theme = theme;
    }

    @Get("/{hash}/{+path}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> show(String hash, String path, HttpRequest<?> request) {
        Asset asset = theme.assets().find(path);
        if (asset == null) {
            throw ProblemException.notFound();
        }
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
        byte[] packed = accepted != null && accepted.contains("gzip") ? asset.gzip() : null;
        MutableHttpResponse<byte[]> response =
                HttpResponse.ok(packed == null ? asset.bytes() : packed)
                        .header(HttpHeaders.CONTENT_TYPE, asset.type())
                        .header(
                                "Content-Security-Policy",
                                path.equals(WORKER) ? DECODING : NOTHING_INSIDE)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                        .header(
                                HttpHeaders.CACHE_CONTROL,
                                asset.hash().equals(hash) ? FOR_EVER : FOR_A_MINUTE);
        return packed == null ? response : response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
}
