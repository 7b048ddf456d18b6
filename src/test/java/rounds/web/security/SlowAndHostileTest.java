package rounds.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Api;
import rounds.support.ChildServer;
import rounds.support.Photos;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// Strangers who want to use the server up: with words it has never seen, and by being slow.
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowAndHostileTest {
    private static final boolean LONG = Boolean.getBoolean("rounds.long");
    private static final int HOSTILE = LONG ? 100_000 : 10_000;
    private static final int SLOW = LONG ? 2_000 : 300;
    private static final long MOST_GROWTH = LONG ? 5_000_000 : 2_000_000;
    private static final int MOST_SECONDS = 30;

    /// Of an image, a second: 200 kbit/s.
    private static final int PIECE = 25_000;

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    @TempDir static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private ChildServer server;

    @BeforeAll
    void start() {
        server = ChildServer.start(folder.resolve("home"));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        client.close();
    }

    @Test
    void wordsItHasNeverSeenFillNoMemory() throws Exception {
        ask(0, HOSTILE / 5);
        long before = heap();

        ask(HOSTILE / 5, HOSTILE / 2);
        long half = heap() - before;
        ask(HOSTILE / 5 + HOSTILE / 2, HOSTILE / 2);

        long growth = heap() - before;
        System.out.printf(
                "%d hostile requests: the heap in use grew by %,d bytes from %,d, %,d of them in the first half%n",
                HOSTILE, growth, before, half);
        assertThat(growth).isLessThan(MOST_GROWTH);
    }

    private void ask(int from, int count) throws Exception {
        try (var workers = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = from; i < from + count; i++) {
                int number = i;
                answers.add(workers.submit(() -> status(number)));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isBetween(300, 499);
            }
        }
    }

    /// Something new in each place that a server may remember.
    private int status(int number) throws Exception {
        String word = Integer.toString(number * 7919 + 1_000_000, 36);
        var request =
                HttpRequest.newBuilder(
                                server.address(
                                        "/nowhere-" + word + "/" + word + "?" + word + "=" + word))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept-Language", "x-" + word + ";q=0.7, " + word)
                        .header("Accept", "text/html, application/" + word)
                        .header("Cookie", word + "=" + word + "; visit=" + word)
                        .header("X-" + word, word);
        if (number % 2 == 0) {
            request.header("Content-Type", "application/" + word + "; charset=" + word)
                    .POST(BodyPublishers.ofString(word + "=" + word));
        } else if (number % 3 == 0) {
            request.uri(server.address("/sign-in"))
                    .header("Origin", server.address("").toString())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(word + "=1&" + word + "%5B" + word + "%5D=2"));
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /// Bytes of all objects that are still reachable.
    private long heap() throws Exception {
        Process histogram =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(server.pid()),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var total = TOTAL.matcher(text);
        assertThat(total.find()).as(text.lines().limit(3).toList().toString()).isTrue();
        return Long.parseLong(total.group(1));
    }

    @Test
    void slowConnectionsAreClosedAndOthersDoNotFeelThem() throws Exception {
        var slow = new ArrayList<Slow>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(Slow.open(server, i % 4));
            }
            long opened = System.nanoTime();
            var times = new ArrayList<Long>();
            int second = 0;
            while (slow.stream().filter(Slow::isOpen).count() > 0
                    && System.nanoTime() - opened < (MOST_SECONDS + 15) * 1_000_000_000L) {
                if (second++ % 5 == 0) {
                    slow.forEach(Slow::drip);
                }
                for (int i = 0; i < 10; i++) {
                    times.add(timed());
                    Thread.sleep(60);
                }
            }
            double closed = (System.nanoTime() - opened) / 1e9;
            times.sort(null);
            long p99 = times.get((int) (times.size() * 0.99));
            System.out.printf(
                    "%d slow connections: all closed after %.1f s; %d others meanwhile, p99 %d ms%n",
                    SLOW, closed, times.size(), p99);

            assertThat(slow).noneMatch(Slow::isOpen);
            assertThat(closed).as("seconds until all were closed").isLessThan(MOST_SECONDS + 1);
            assertThat(p99).as("ms of others, p99").isLessThan(500);
        } finally {
            slow.forEach(Slow::close);
        }
    }

    /// A telephone in a valley: more slowly than anything else may take, and steadily.
    @Test
    void anImageFromASlowTelephoneArrives() throws Exception {
        String token =
                new Api(server.address("").toString())
                        .post(
                                "/api/v1/tokens",
                                Map.of("login", "noor.haddad", "password", ChildServer.PASSWORD),
                                null)
                        .body()
                        .get("accessToken")
                        .asText();
        byte[] photo = Arrays.copyOf(Photos.jpeg(1200, 900, 1), 32 * PIECE);
        try (var socket = new Socket("localhost", server.address("/").getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/images?alt=A%20wall HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/octet-stream\r\nAuthorization: Bearer "
                                    + token
                                    + "\r\nContent-Length: "
                                    + photo.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < photo.length; from += PIECE) {
                out.write(photo, from, PIECE);
                out.flush();
                Thread.sleep(1_000);
            }
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 201");
        }
    }

    private long timed() throws Exception {
        long start = System.nanoTime();
        var answer =
                client.send(
                        HttpRequest.newBuilder(server.address("/about/help")).build(),
                        BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        return (System.nanoTime() - start) / 1_000_000;
    }

    /// A connection whose header, or whose body, never ends; or that says nothing at all.
    private record Slow(Socket socket, boolean drips) {
        private static final List<String> BEGINNINGS =
                List.of(
                        "GET /about/help HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                        "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n",
                        "POST /images HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: 100000\r\n\r\n",
                        "");

        static Slow open(ChildServer server, int kind) throws IOException {
            var socket = new Socket("localhost", server.address("/").getPort());
            socket.getOutputStream()
                    .write(BEGINNINGS.get(kind).getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(1);
            return new Slow(socket, kind < 3);
        }

        void drip() {
            try {
                if (drips && !socket.isClosed()) {
                    socket.getOutputStream().write('a');
                }
            } catch (IOException closedThere) {
                close();
            }
        }

        boolean isOpen() {
            try {
                if (!socket.isClosed() && socket.getInputStream().read(new byte[16_000]) < 0) {
                    close();
                }
            } catch (java.net.SocketTimeoutException stillThere) {
                return true;
            } catch (IOException closedThere) {
                close();
            }
            return !socket.isClosed();
        }

        void close() {
            try {
                socket.close();
            } catch (IOException closedAlready) {
                // As it should be.
            }
        }
    }
}
