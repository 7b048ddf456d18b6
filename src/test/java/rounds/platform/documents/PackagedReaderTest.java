package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The packaged product finds its readers in its own jar and the libraries beside it.
@Tag("packaged")
class PackagedReaderTest {
    @TempDir Path folder;

    @Test
    void thePackagedProductReadsDocuments() throws Exception {
        Path jar = Path.of(System.getProperty("rounds.project"), "target", "rounds.jar");
        String path = ClassPath.find(jar.toString());
        assertThat(path).contains("rounds.jar", "lib/pdfbox-3", "lib/poi-ooxml-5");
        Path file = Pdfs.of(folder.resolve("a.pdf"), "Words on a page");

        Extracted extracted =
                new Child(path, List.of(), Duration.ofSeconds(60)).read(file, DocumentType.PDF);

        assertThat(extracted.pages()).containsExactly(new PageText(1, "", "Words on a page"));
    }
}
