package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// What hostile, long and many documents do to the process that asks: nothing.
class DocumentsTest {
    private static final int LONG = 300;
    private static final int FEWEST_PAGES_A_SECOND = 40;
    private static final int MANY = 20;
    private static final long FLAT = 64L << 20;

    @TempDir Path folder;

    private final Documents documents = new Documents();

    @Test
    void aBookIsReadAtFortyPagesASecond() throws Exception {
        Path book = Pdfs.book(folder.resolve("book.pdf"), LONG);
        Extracted extracted;
        ChildWatch.Seen took;
        long begun = System.nanoTime();
        try (var watch = new ChildWatch()) {
            extracted = documents.extract(book, DocumentType.PDF);
            took = watch.most();
        }
        double seconds = took.processor().toMillis() / 1000.0;
        System.out.printf(
                "%d pages of %d MB: %.1f s of a processor, %.0f pages a second; %d ms by the clock; %d MB%n",
                LONG,
                Files.size(book) >> 20,
                seconds,
                LONG / seconds,
                (System.nanoTime() - begun) / 1_000_000,
                took.bytes() >> 20);

        assertThat(extracted.problem()).isNull();
        assertThat(extracted.pages()).hasSize(LONG);
        assertThat(extracted.pages().getLast().text()).startsWith("Page 300");
        assertThat(LONG / seconds).isGreaterThan(FEWEST_PAGES_A_SECOND);
        assertThat(took.bytes()).isLessThan(256L << 20);
    }

    @Test
    void twentyAskedForAtOnceAreReadOneByOneAndLeaveTheHeapFlat() throws Exception {
        Path file = Pdfs.book(folder.resolve("some.pdf"), 20);
        documents.extract(file, DocumentType.PDF);
        long before = used();
        long most = 0;
        try (var watch = new ChildWatch();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Extracted>>();
            for (int i = 0; i < MANY; i++) {
                asked.add(threads.submit(() -> documents.extract(file, DocumentType.PDF)));
            }
            for (Future<Extracted> answer : asked) {
                assertThat(answer.get().pages()).hasSize(20);
                most = Math.max(most, used());
            }
            assertThat(watch.atOnce()).isEqualTo(1);
        }
        System.out.printf("Heap before %d MB, at most %d MB%n", before >> 20, most >> 20);
        assertThat(most - before).isLessThan(FLAT);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whatFillsTheMemoryEndsOnlyItsReader() throws Exception {
        Path bomb = Pdfs.unfolding(folder.resolve("bomb.pdf"), 600L << 20, "[1 2 3] ");
        assertThat(documents.extract(bomb, DocumentType.PDF).problem())
                .isIn(
                        Extracted.Problem.FAILED,
                        Extracted.Problem.PARTIAL,
                        Extracted.Problem.NO_TEXT);
        assertNextWorks();
    }

    @Test
    void whatIsNestedWithoutEndEndsOnlyItsReader() throws Exception {
        Path nested = Pdfs.unfolding(folder.resolve("nested.pdf"), 2L << 20, "[");
        documents.extract(nested, DocumentType.PDF);
        assertNextWorks();
        String deep = "<w:p>".repeat(200_000);
        byte[] word =
                Zips.of(
                        Map.of(
                                "[Content_Types].xml",
                                """
                                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="%s"/></Types>
                                """
                                        .formatted(DocumentType.DOCX.mediaType() + Zips.MAIN),
                                "_rels/.rels",
                                """
                                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                                """,
                                "word/document.xml",
                                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                        + deep));
        Path file = Files.write(folder.resolve("deep.docx"), word);
        try {
            assertThat(documents.extract(file, DocumentType.DOCX).problem())
                    .isEqualTo(Extracted.Problem.FAILED);
        } catch (RefusedDocument said) {
            assertThat(said.refusal()).isEqualTo(Refusal.DAMAGED);
        }
        assertNextWorks();
    }

    @Test
    void whatTakesTooLongIsEndedAndWhatCameStays() throws Exception {
        Path book = Pdfs.book(folder.resolve("book.pdf"), LONG);
        var hasty = new Documents(new Child(ClassPath.HERE, List.of(), Duration.ofMillis(1500)), 1);
        assertThat(hasty.extract(book, DocumentType.PDF).problem())
                .isIn(null, Extracted.Problem.TOO_LONG, Extracted.Problem.FAILED);
        var none = new Documents(new Child(ClassPath.HERE, List.of(), Duration.ofMillis(1)), 1);
        assertThat(none.extract(book, DocumentType.PDF).problem())
                .isEqualTo(Extracted.Problem.FAILED);
        assertThat(readers()).isEmpty();
        assertNextWorks();
    }

    @Test
    void anInterruptedCallerEndsTheReader() throws Exception {
        Path book = Pdfs.book(folder.resolve("book.pdf"), LONG);
        var thrown = new ArrayList<Throwable>();
        Thread caller =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                documents.extract(book, DocumentType.PDF);
                            } catch (Exception failed) {
                                thrown.add(failed);
                            }
                        });
        awaitReader();
        caller.interrupt();
        caller.join();
        assertThat(thrown).singleElement().isInstanceOf(InterruptedIOException.class);
        assertNextWorks();
        assertThat(readers()).isEmpty();
    }

    @Test
    void aReaderThatIsKilledIsAFailureThatSaysSo() throws Exception {
        Path book = Pdfs.book(folder.resolve("book.pdf"), LONG);
        Thread killer =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                awaitReader();
                                readers().forEach(ProcessHandle::destroyForcibly);
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        });
        assertThat(documents.extract(book, DocumentType.PDF).problem())
                .isIn(Extracted.Problem.FAILED, Extracted.Problem.PARTIAL);
        killer.join();
        assertNextWorks();
    }

    @Test
    void aReaderKnowsNothingOfOurEnvironment() throws Exception {
        assertThat(System.getenv()).containsKey("PATH");
        try (var watch = new ChildWatch()) {
            assertNextWorks();
            assertThat(watch.most().environment().replaceAll("\0", "\n"))
                    .contains("MALLOC_ARENA_MAX")
                    .doesNotContain("PATH=", "HOME=", "USER=");
        }
    }

    @Test
    void aPictureHasNoText() throws Exception {
        Path file = Files.write(folder.resolve("a.png"), Pictures.png(30, 30));
        assertThat(documents.extract(file, DocumentType.PNG).problem())
                .isEqualTo(Extracted.Problem.NO_TEXT);
    }

    @Test
    void aFileThatIsNotThereIsTroubleWithTheDisk() {
        assertThatThrownBy(() -> documents.extract(folder.resolve("none"), DocumentType.PDF))
                .isInstanceOf(java.io.IOException.class);
    }

    private void assertNextWorks() throws Exception {
        Path file = Pdfs.of(folder.resolve("next.pdf"), "The next one");
        assertThat(documents.extract(file, DocumentType.PDF).pages())
                .containsExactly(new PageText(1, "", "The next one"));
    }

    private static void awaitReader() throws InterruptedException {
        while (readers().isEmpty()) {
            Thread.sleep(10);
        }
        Thread.sleep(300);
    }

    private static List<ProcessHandle> readers() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(child ->
                            child.info().commandLine().orElse("").contains(Worker.class.getName()))
                    .toList();
        }
    }
}
