package rounds.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Api;
import rounds.support.ChildServer;
import rounds.support.Papers;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A thick document is taken at once and found soon, and twenty at a time do no harm: the product
/// as it is started, with 512 MB of heap.
@Tag("packaged")
@EnabledIfSystemProperty(named = "rounds.long", matches = "true")
class ThickDocumentTest {
    private static final String SHARE = "/api/v1/communities/emr-valley/resources";
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    @TempDir static Path folder;

    @Test
    void twentyMegabytesOfThreeHundredPagesAreTakenInTwoSecondsAndFoundInThirty() throws Exception {
        try (ChildServer server = ChildServer.start(folder.resolve("home"));
                HttpClient client = HttpClient.newHttpClient()) {
            var api = new Api(server.address("").toString());
            String token = token(server);
            api.with(token);
            // The sample's documents are read first.
            share(client, server, token, "A thin book", Papers.pdf(List.of("The vuvuzela.")));
            awaitFound(api, "vuvuzela");
            byte[] book = Papers.thick(300, 66_000, "The xylophone of the last page.");

            long begun = System.nanoTime();
            int status = share(client, server, token, "A thick book", book);
            double answered = seconds(begun);
            assertThat(status).isEqualTo(201);
            awaitFound(api, "xylophone");
            double found = seconds(begun) - answered;
            System.out.printf(
                    "%.1f MB, 300 pages: answered in %.2f s with sending, found %.1f s later%n",
                    book.length / 1e6, answered, found);
            assertThat(answered).isLessThan(2);
            assertThat(found).isLessThan(30);

            var heap = new ArrayList<Long>();
            for (int round = 0; round < 4; round++) {
                twentyAtOnce(client, server, token, round);
                heap.add(used(server));
            }
            System.out.printf("heap after each twenty uploads at once: %s MB%n", heap);
            assertThat(heap.getLast() - heap.get(1)).isLessThan(24);
        }
    }

    private static void awaitFound(Api api, String word) throws InterruptedException {
        long begun = System.nanoTime();
        while (api.get("/api/v1/search?q=" + word).body().get("items").isEmpty()) {
            assertThat(seconds(begun)).as("seconds without " + word).isLessThan(120);
            Thread.sleep(100);
        }
    }

    private static void twentyAtOnce(HttpClient client, ChildServer server, String token, int round)
            throws Exception {
        var sent = new ArrayList<Future<Integer>>();
        byte[] book = Papers.thick(40, 100_000, "Round " + round + ".");
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                String title = "Book " + round + " " + i;
                sent.add(threads.submit(() -> share(client, server, token, title, book)));
            }
            for (Future<Integer> one : sent) {
                assertThat(one.get()).isEqualTo(201);
            }
        }
    }

    private static String token(ChildServer server) {
        return new Api(server.address("").toString())
                .post(
                        "/api/v1/tokens",
                        Map.of(
                                "login",
                                "amara.diallo@rounds.example",
                                "password",
                                ChildServer.PASSWORD),
                        null)
                .body()
                .get("accessToken")
                .asText();
    }

    private static int share(
            HttpClient client, ChildServer server, String token, String title, byte[] file)
            throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                bytes(
                        "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n"
                                + title
                                + "\r\n--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nguideline"
                                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(bytes("\r\n--b--\r\n"));
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(server.address(SHARE))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /// What is held after everything that nobody holds was given back, in MB.
    private static long used(ChildServer server) throws Exception {
        jcmd(server, "GC.run");
        Matcher used = USED.matcher(jcmd(server, "GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1)) / 1024;
    }

    private static String jcmd(ChildServer server, String command) throws Exception {
        var asked =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                String.valueOf(server.pid()),
                                command)
                        .redirectErrorStream(true)
                        .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
