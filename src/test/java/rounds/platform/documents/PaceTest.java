package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Papers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How fast a thick document is read by one processor, with the start of its process.
@Tag("timed")
class PaceTest {
    private static final int PAGES = Boolean.getBoolean("rounds.long") ? 300 : 200;

    @TempDir Path folder;

    @Test
    void fortyPagesASecondAreReadByOneProcessor() throws Exception {
        Path file =
                Files.write(
                        folder.resolve("thick.pdf"),
                        Papers.thick(PAGES, 66_000, "The last sentence."));
        var child = new Child(ClassPath.HERE, List.of("taskset", "-c", "0"), Duration.ofMinutes(1));
        long begun = System.nanoTime();

        Extracted read = child.read(file, DocumentType.PDF);

        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d pages, %.1f MB: %.1f s, %.0f pages/s%n",
                PAGES, Files.size(file) / 1e6, seconds, PAGES / seconds);
        assertThat(read.pages()).hasSize(PAGES);
        assertThat(read.pages().getLast().text()).contains("The last sentence.");
        assertThat(PAGES / seconds).isGreaterThan(40);
    }
}
