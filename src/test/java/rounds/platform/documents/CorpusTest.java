package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import rounds.support.SharedData;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Hard and hostile files that others collected, each with what is to become of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTest {
    private static final long MOST_BYTES = 256L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// Drawings, and slides without a word.
    private static final Set<String> WORDLESS =
            Set.of(
                    "pdf-plain__devicen.pdf",
                    "pptx-plain__51187.pptx",
                    "pptx-plain__missing-blip-fill.pptx");

    private final Documents documents = new Documents();
    private final List<String> table = new ArrayList<>();

    record Case(String file, String category) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Case> cases() throws IOException {
        return Files.readAllLines(SharedData.require("documents/index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(row -> new Case(row[0], row[2]));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachFileBecomesWhatItIsToBecome(Case one) throws Exception {
        Path file = SharedData.require("documents/files").resolve(one.file);
        String became;
        ChildWatch.Seen took;
        try (var watch = new ChildWatch()) {
            became = became(file);
            took = watch.most();
        }
        table.add(
                "%-55s %5d ms %4d MB  %s"
                        .formatted(
                                one.file,
                                took.processor().toMillis(),
                                took.bytes() >> 20,
                                became.lines().findFirst().orElse("")));

        assertThat(became).matches(text -> fits(one, text));
        assertThat(took.bytes()).isLessThan(MOST_BYTES);
        assertThat(took.processor()).isLessThan(LONGEST);
    }

    private String became(Path file) throws IOException {
        try {
            String name = String.valueOf(file.getFileName());
            Extracted extracted = documents.extract(file, documents.inspect(file, name));
            String words =
                    String.join("\n", extracted.pages().stream().map(PageText::text).toList());
            String head =
                    extracted.problem() == null
                            ? words.length() + " letters"
                            : extracted.problem().toString();
            return head + " '" + extracted.title() + "'\n" + words;
        } catch (RefusedDocument refused) {
            return "refused: " + refused.refusal();
        }
    }

    private static boolean fits(Case one, String became) {
        return switch (one.category) {
            case "archive", "spoof" -> became.equals("refused: TYPE");
            case "av-test" -> became.equals("refused: TEST_VIRUS");
            case "macro" -> became.equals("refused: MACRO");
            case "bomb" ->
                    became.equals(one.file.endsWith(".xlsx") ? "refused: BOMB" : "refused: TYPE");
            case "xxe" -> became.equals("refused: BOMB");
            case "office-corrupt" -> became.equals("refused: DAMAGED");
            case "office-encrypted" -> became.equals("refused: ENCRYPTED");
            case "pdf-encrypted" ->
                    became.matches("(?s)(refused: ENCRYPTED|NO_TEXT|\\d+ letters).*")
                            && became.startsWith("refused") == one.file.contains("user-password");
            case "docx-plain", "pdf-plain", "pptx-plain" ->
                    WORDLESS.contains(one.file)
                            ? became.startsWith("NO_TEXT")
                            : became.matches("(?s)[1-9]\\d* letters.*");
            // Of those below a nested document's first page none is read.
            case "nested" -> became.matches("(?s)\\d+ letters.*") && !became.contains("embed_1");
            case "pdf-corrupt" ->
                    became.matches(
                            "(?s)(refused: (DAMAGED|SCRIPT)|NO_TEXT|PARTIAL|\\d+ letters).*");
            default -> false;
        };
    }

    @AfterAll
    void print() {
        table.forEach(System.out::println);
    }
}
