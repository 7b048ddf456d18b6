package rounds.support;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/// The frame of all pages on a running server, without features and without a database: for tests
/// of what every page shares. Its pages are those of `FramePages`.
public final class FrameServer implements AutoCloseable {
    public static final String SECRET = "a secret that only this test knows, long enough";

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public FrameServer(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("micronaut.server.port", "-1");
        all.put("rounds.secret", SECRET);
        all.put("rounds.frame-pages", true);
        all.put("rounds.followers", false);
        nowhere(all, "default");
        nowhere(all, "system");
        server =
                ApplicationContext.builder()
                        .properties(all)
                        .start()
                        .getBean(EmbeddedServer.class)
                        .start();
    }

    /// The same with the small theme of the tests, which has the pages of `FramePages`.
    public static FrameServer withTestTheme() {
        return new FrameServer(
                Map.of("rounds.themes", "src/test/resources/themes", "rounds.theme", "plain"));
    }

    // Nobody answers there; the frame of a visitor's page asks nobody.
    private static void nowhere(Map<String, Object> settings, String source) {
        String prefix = "datasources." + source + ".";
        settings.put(prefix + "url", "jdbc:postgresql://localhost:1/nowhere");
        settings.put(prefix + "username", "nobody");
        settings.put(prefix + "dialect", "POSTGRES");
        settings.put(prefix + "initialization-fail-timeout", "-1");
        settings.put(prefix + "connection-timeout", "300");
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    public HttpResponse<String> get(String path) {
        return send(to(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
