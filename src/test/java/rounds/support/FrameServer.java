package rounds.support;

import rounds.cli.Site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A site with pages of no feature (`FramePages`), for tests of what every page shares.
public final class FrameServer implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Site site;
    private final HttpClient client = HttpClient.newHttpClient();

    public FrameServer(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(TestDatabase.running().settings());
        all.put("rounds.home", Homes.of("frame-" + COUNT.incrementAndGet()).toString());
        all.put("rounds.frame-pages", true);
        // Adds the templates of those pages and overrides nothing.
        all.put("rounds.themes", "src/test/resources/themes");
        all.put("rounds.theme", "frame");
        all.putAll(settings);
        site = Site.serve(all);
    }

    /// A bean of the site, to look behind the pages.
    public <T> T bean(Class<T> type) {
        return site.get(type);
    }

    public String origin() {
        return site.address().toString();
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(origin() + path));
    }

    public HttpResponse<String> get(String path) {
        return send(to(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, StandardCharsets.UTF_8);
    }

    /// The same with each byte as one character, for packed answers.
    public HttpResponse<String> sendForBytes(HttpRequest.Builder request) {
        return send(request, StandardCharsets.ISO_8859_1);
    }

    /// Asks as a proxy does that speaks TLS with the browser.
    public HttpResponse<String> getPlainly(String path) {
        return send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + site.settings().port() + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Charset charset) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(charset));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
