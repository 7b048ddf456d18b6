package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The check's own figures, which we publish in `src/site/markdown/identifiers.md`.
class MeasureTest {
    private static final Path COLLECTION =
            Path.of("../shared/data/phi").toAbsolutePath().normalize();

    /// Places, organisations, titles, nationalities and ages below 90 are not what is looked for.
    private static final Set<String> KINDS =
            Set.of(
                    "NAME", "ADDRESS", "DATE", "PHONE", "EMAIL", "URL", "ZIP", "IP", "ACCOUNT",
                    "SSN", "LICENSE");

    /// 180 sentences of our own: half with something planted, half that only look like it.
    @Test
    void clinicalTalkIsTold() throws IOException {
        Measure.Result result = Measure.of(ours(), Set.of());
        System.out.printf(
                "Clinical talk: %d of %d found, false alarms in %d of %d%n",
                result.found(), result.labelled(), result.alarmed(), result.clean());

        assertThat(result.recall()).as("%s", result.wrong()).isGreaterThanOrEqualTo(0.95);
        assertThat(result.falseAlarms()).as("%s", result.wrong()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void labelledSentencesAreFound() throws IOException {
        Measure.Result result = Measure.of(collected("notes.jsonl"), KINDS);
        System.out.printf(
                "Labelled sentences: %d of %d found%n", result.found(), result.labelled());

        assertThat(result.recall()).isGreaterThanOrEqualTo(0.80);
        assertThat(result.labelled()).isEqualTo(Figures.MEASURED.labelled());
        assertThat(result.found())
                .as("what the administration page tells")
                .isEqualTo(Figures.MEASURED.found());
    }

    @Test
    void medicalTextsRaiseFewFalseAlarms() throws IOException {
        Measure.Result result = Measure.of(collected("negatives.jsonl"), KINDS);
        System.out.printf("Medical texts: alarms in %d of %d%n", result.alarmed(), result.clean());

        assertThat(result.falseAlarms()).isLessThanOrEqualTo(0.05);
        assertThat(result.clean()).isEqualTo(Figures.MEASURED.clean());
        assertThat(result.alarmed())
                .as("what the administration page tells")
                .isEqualTo(Figures.MEASURED.alarmed());
    }

    /// Stories are asked about towns, too.
    @Test
    void medicalTextsToldAsStoriesRaiseHardlyMore() throws IOException {
        List<Measure.Example> texts = collected("negatives.jsonl");
        long alarmed =
                texts.stream()
                        .filter(one -> !Identifiers.inStory(one.text(), Set.of()).isEmpty())
                        .count();
        System.out.printf("Medical texts as stories: alarms in %d of %d%n", alarmed, texts.size());

        assertThat(alarmed).isLessThanOrEqualTo(10);
    }

    @Test
    void aThousandWordsTakeAFewMilliseconds() throws IOException {
        List<String> texts = ours().stream().map(Measure.Example::text).toList();
        long words = texts.stream().mapToLong(text -> text.split("\\s+").length).sum();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 200; round++) {
            long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (String text : texts) {
                assertThat(Identifiers.in(text)).isNotNull();
            }
            least =
                    Math.min(
                            least,
                            ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from);
        }
        double milliseconds = least / 1e6 / words * 1_000;
        System.out.printf("1,000 words checked in %.2f ms%n", milliseconds);

        assertThat(milliseconds).isLessThan(5);
    }

    private static List<Measure.Example> ours() throws IOException {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        MeasureTest.class.getResourceAsStream(
                                                "/phi/clinical-talk.jsonl")),
                                StandardCharsets.UTF_8))) {
            return Measure.parse(lines.lines().toList());
        }
    }

    private static List<Measure.Example> collected(String name) throws IOException {
        Path file = COLLECTION.resolve(name);
        if (!Files.exists(file)) {
            System.out.println(
                    "SKIPPED: " + file + " is not there, so the check is not measured on it.");
        }
        assumeTrue(Files.exists(file));
        return Measure.read(file);
    }
}
