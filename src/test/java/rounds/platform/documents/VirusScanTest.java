package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.core.value.MapPropertyResolver;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.platform.settings.Settings;
import rounds.support.Clamd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What is shown to the virus scanner, and what comes of its answers.
class VirusScanTest {
    @TempDir private Path folder;

    @Test
    void theWholeFileIsShown() throws Exception {
        byte[] bytes = new byte[300_000];
        bytes[299_999] = 7;
        try (Clamd clamd = Clamd.answering(_ -> "stream: OK")) {
            scan(clamd.port()).check(Files.write(folder.resolve("a"), bytes));

            assertThat(clamd.seen()).isEqualTo(bytes);
        }
    }

    @Test
    void whatItKnowsIsRefused() throws IOException {
        try (Clamd clamd = Clamd.answering(_ -> "stream: Some-Signature FOUND")) {
            assertThat(refusal(clamd.port())).isEqualTo(Refusal.INFECTED);
        }
    }

    @Test
    void nothingIsTakenUnseen() throws IOException {
        int closed;
        try (Clamd clamd = Clamd.answering(_ -> "INSTREAM size limit exceeded. ERROR")) {
            closed = clamd.port();
            assertThat(refusal(closed)).isEqualTo(Refusal.UNSCANNED);
        }
        assertThat(refusal(closed)).as("nobody listens").isEqualTo(Refusal.UNSCANNED);
    }

    private Refusal refusal(int port) throws IOException {
        Path file = Files.writeString(folder.resolve("b"), "Words");
        return ((RefusedDocument) catchThrowable(() -> scan(port).check(file))).refusal();
    }

    private static VirusScan scan(int port) {
        return new VirusScan(
                Settings.from(
                        new MapPropertyResolver(
                                Map.of(
                                        "rounds.port", "8080",
                                        "rounds.home", "data",
                                        "rounds.db.pool", "10",
                                        "rounds.theme", "default",
                                        "rounds.themes", "themes",
                                        "rounds.limits", "on",
                                        "rounds.library-gigabytes", "20",
                                        "rounds.clamd", "localhost:" + port))));
    }
}
