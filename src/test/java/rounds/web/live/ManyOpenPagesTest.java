package rounds.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Api;
import rounds.support.ChildServer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pages that nobody writes on, open by the thousand: what they cost the server.
///
/// Promised are 5,000 of them for 200 MB and no thread each. The profile `long` opens 5,000 and
/// judges just that. Every other run opens 1,000: a page costs the same whichever it is, so that a
/// fifth of the memory, and what such a measurement wavers by, is the bound; threads may not grow
/// with the pages at all.
@Tag("packaged")
class ManyOpenPagesTest {
    private static final boolean LONG = Boolean.getBoolean("rounds.long");
    private static final int PROMISED = 5_000;
    private static final int PAGES = LONG ? PROMISED : 1_000;
    private static final int PER_SESSION = 10;

    /// Longer than a connection may be silent otherwise.
    private static final Duration QUIET = Duration.ofSeconds(LONG ? 90 : 25);

    private static final long WAVERING_KB = LONG ? 0 : 30_000;
    private static final long MOST_KB = 200_000L * PAGES / PROMISED + WAVERING_KB;

    @TempDir static Path folder;

    @Test
    void anIdlePageCostsLittleMemoryAndNoThread() throws Exception {
        try (ChildServer server = ChildServer.start(folder.resolve("home"))) {
            var api = new Api(server.address("").toString());
            api.signIn("noor.haddad@rounds.example", ChildServer.PASSWORD);
            String discussion =
                    api.get("/api/v1/communities/emr-valley/discussions")
                            .body()
                            .at("/items/0/id")
                            .asText();
            var tokens = new ArrayList<String>();
            for (int session = 0; session * PER_SESSION < PAGES; session++) {
                tokens.add(token(api));
            }
            List<SocketChannel> warm = open(server, discussion, tokens.subList(0, 5));
            Map<String, Long> before = status(server);

            List<SocketChannel> pages = open(server, discussion, tokens);
            Thread.sleep(QUIET);
            Map<String, Long> after = status(server);

            long kilobytes = after.get("VmRSS") - before.get("VmRSS");
            long threads = after.get("Threads") - before.get("Threads");
            System.out.printf(
                    "%,d open pages: %,d MB more resident (%,d MB for %,d), %d threads more%n",
                    pages.size(),
                    kilobytes / 1024,
                    kilobytes * PROMISED / PAGES / 1024,
                    PROMISED,
                    threads);
            assertThat(kilobytes).isLessThan(MOST_KB);
            assertThat(threads).isLessThan(20);
            assertThat(pages.stream().filter(ManyOpenPagesTest::isOver)).isEmpty();
            for (SocketChannel page : warm) {
                page.close();
            }
            for (SocketChannel page : pages) {
                page.close();
            }
        }
    }

    private static String token(Api api) {
        return api.post(
                        "/api/v1/tokens",
                        Map.of(
                                "login",
                                "noor.haddad@rounds.example",
                                "password",
                                ChildServer.PASSWORD),
                        null)
                .body()
                .get("accessToken")
                .asText();
    }

    private static List<SocketChannel> open(
            ChildServer server, String discussion, List<String> tokens) throws IOException {
        var pages = new ArrayList<SocketChannel>();
        for (String token : tokens) {
            for (int page = 0; page < PER_SESSION; page++) {
                var channel =
                        SocketChannel.open(
                                new InetSocketAddress("127.0.0.1", server.address("/").getPort()));
                String request =
                        "GET /live?d=%s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: Bearer %s\r\nAccept: text/event-stream\r\n\r\n"
                                .formatted(discussion, server.address("/").getPort(), token);
                channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                channel.read(ByteBuffer.allocate(4_096));
                pages.add(channel);
            }
        }
        return pages;
    }

    private static boolean isOver(SocketChannel page) {
        try {
            page.configureBlocking(false);
            var buffer = ByteBuffer.allocate(65_536);
            int read;
            while ((read = page.read(buffer)) > 0) {
                buffer.clear();
            }
            return read < 0;
        } catch (IOException closed) {
            return true;
        }
    }

    private static Map<String, Long> status(ChildServer server) throws IOException {
        var status = new HashMap<String, Long>();
        for (String line : Files.readAllLines(Path.of("/proc/" + server.pid() + "/status"))) {
            String[] words = line.split("[:\\s]+");
            if (words[0].equals("VmRSS") || words[0].equals("Threads")) {
                status.put(words[0], Long.parseLong(words[1]));
            }
        }
        return status;
    }
}
