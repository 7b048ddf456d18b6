package rounds.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Api;
import rounds.support.ChildServer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// A file that the disk cannot hold is refused in words, nothing of it stays, and everything else
/// goes on. The disk is full for files beyond a size that the running server may not write.
@Tag("packaged")
class DiskFullTest {
    private static final String PATH = "/api/v1/communities/emr-valley/resources";
    private static final int MOST = 8 << 20;

    @TempDir Path folder;

    @Test
    void aFullDiskIsSaidAndLeavesNothingHalf() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prlimit")),
                "skipped: there is no prlimit(1) to make the disk full with");
        try (var server = ChildServer.start(folder.resolve("home"))) {
            Api api = Writers.api(server, "carla.mendes");
            limit(server, String.valueOf(MOST));

            Api.Answer full = share(api, 12 << 20);
            Api.Answer small = share(api, 10 << 10);

            assertThat(full.status()).isEqualTo(422);
            assertThat(full.body().toString()).contains("There is no room left on the site");
            assertThat(small.status()).as(small.body().toString()).isEqualTo(201);
            assertThat(arriving(server)).isEmpty();
            assertThat(new Look(server.home()).count("select count(*) from rounds.upload"))
                    .isZero();

            limit(server, "unlimited");
            assertThat(share(api, 12 << 20).status()).isEqualTo(201);
        }
    }

    private static Api.Answer share(Api api, int bytes) {
        String line = "Words that are shared, one line after the other.\n";
        byte[] file = line.repeat(bytes / line.length()).getBytes(StandardCharsets.UTF_8);
        return api.postFile(
                PATH,
                Map.of("title", "Shared", "kind", "tool"),
                "words.txt",
                file,
                UUID.randomUUID().toString());
    }

    private static void limit(ChildServer server, String bytes) throws Exception {
        Process limiting =
                new ProcessBuilder(
                                "/usr/bin/prlimit",
                                "--pid",
                                String.valueOf(server.pid()),
                                "--fsize=" + bytes + ":unlimited")
                        .inheritIO()
                        .start();
        assertThat(limiting.waitFor()).isZero();
    }

    private static List<Path> arriving(ChildServer server) throws IOException {
        try (Stream<Path> left = Files.list(server.home().resolve("files/arriving"))) {
            return left.toList();
        }
    }
}
