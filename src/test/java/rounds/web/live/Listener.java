package rounds.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import rounds.support.Site;
import rounds.support.Somebody;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A browser's ear on an open page.
final class Listener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonNode OVER = JSON.getNodeFactory().nullNode();

    private final InputStream stream;
    private final BlockingQueue<JsonNode> beats = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> bells = new LinkedBlockingQueue<>();

    private Listener(InputStream stream) {
        this.stream = stream;
    }

    static Listener on(Site site, Somebody who, String discussion) {
        var listener = new Listener(connect(site, who, discussion).body());
        Thread.ofVirtual().start(listener::listen);
        return listener;
    }

    /// On a page that is of no discussion.
    static Listener anywhere(Site site, Somebody who) {
        return on(site, who, "");
    }

    static int status(Site site, Somebody who, String discussion) {
        return connect(site, who, discussion).statusCode();
    }

    private static HttpResponse<InputStream> connect(Site site, Somebody who, String discussion) {
        var request =
                HttpRequest.newBuilder(
                                site.address(
                                        discussion.isEmpty() ? "/live" : "/live?d=" + discussion))
                        .header("Authorization", "Bearer " + who.accessToken())
                        .header("Accept", "text/event-stream")
                        .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void listen() {
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("data: {")) {
                    JsonNode told = JSON.readTree(line.substring("data: ".length()));
                    (told.has("told") ? bells : beats).add(told);
                }
            }
        } catch (IOException _) {
            // Closed by one side or the other.
        }
        beats.add(OVER);
    }

    /// The next beat.
    JsonNode beat(Duration patience) {
        try {
            JsonNode beat = beats.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (beat == null || beat == OVER) {
                throw new AssertionError(beat == null ? "No beat came." : "The stream is over.");
            }
            return beat;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// Whether the bell comes to show this number.
    boolean rings(int number, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                JsonNode bell = bells.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (bell != null && bell.get("told").asInt() == number) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    boolean until(Predicate<JsonNode> wanted, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (wanted.test(beat(Duration.ofNanos(end - System.nanoTime())))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the server ends the stream without telling of the post of this number.
    boolean isOverWithout(int number, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                JsonNode beat = beats.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (beat == OVER) {
                    return true;
                }
                if (beat != null && beat.get("newest").asInt() >= number) {
                    return false;
                }
            }
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
