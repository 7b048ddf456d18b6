package rounds.platform.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.platform.difference.Segment.Change;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class DifferenceTest {
    /// As many letters as the comparison of documents takes in.
    private static final int LONGEST = 200_000;

    @Test
    void whatChangedIsShownWordByWord() {
        List<Segment> segments =
                Difference.between(
                        "Keep it cold.\nGive 5 mg twice a day.\nAsk again.\n",
                        "Keep it cold.\nGive 10 mg once a day.\nAsk again.\n");

        assertThat(segments)
                .containsExactly(
                        Segment.same("Keep it cold.\nGive "),
                        Segment.removed("5 "),
                        Segment.added("10 "),
                        Segment.same("mg "),
                        Segment.removed("twice "),
                        Segment.added("once "),
                        Segment.same("a day.\nAsk again.\n"));
    }

    @Test
    void linesThatComeAndGoAreOneChangeEach() {
        assertThat(Difference.between("one\ntwo\nfour\n", "one\nthree\nfour\nfive\n"))
                .containsExactly(
                        Segment.same("one\n"),
                        Segment.removed("two\n"),
                        Segment.added("three\n"),
                        Segment.same("four\n"),
                        Segment.added("five\n"));
    }

    @Test
    void aSentenceThatWasTurnedRoundIsReadWholeBeforeAndAfter() {
        assertThat(
                        Difference.between(
                                "Dose: Take the tablets with food in the evening, always.",
                                "Dose: In the evening, with food, swallow the tablets, always."))
                .containsExactly(
                        Segment.same("Dose: "),
                        Segment.removed("Take the tablets with food in the evening"),
                        Segment.added("In the evening, with food, swallow the tablets"),
                        Segment.same(", always."));
    }

    @Test
    void theLastWordOfALineIsTheSameWordElsewhere() {
        assertThat(Difference.between("Rules for faxes and cover sheets", "Rules for faxes"))
                .containsExactly(
                        Segment.same("Rules for faxes"), Segment.removed(" and cover sheets"));
        assertThat(Difference.between("Wash your hands", "Wash them and dry your hands"))
                .containsExactly(
                        Segment.same("Wash "),
                        Segment.added("them and dry "),
                        Segment.same("your hands"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void bothTextsCanBePutTogetherAgain(int seed) {
        var random = new Random(seed);
        String before = lines(random, 300, 6, 40);
        String after = lines(random, 300, 6, 40);

        List<Segment> segments = Difference.between(before, after);

        assertThat(text(segments, Change.ADDED)).isEqualTo(before);
        assertThat(text(segments, Change.REMOVED)).isEqualTo(after);
    }

    /// Of every kind: many lines that are nearly the same, many small words, many blocks of them.
    @ParameterizedTest
    @ValueSource(strings = {"lines", "words", "blocks", "long lines"})
    void textsThatAreHardToCompareTakeNoLongerThanOthers(String kind) {
        var random = new Random(4);
        String before = hostile(kind, random);
        String after = hostile(kind, random);
        Difference.between(before, after);

        long start = System.nanoTime();
        Difference.between(before, after);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        System.out.printf("comparing %s: %d ms%n", kind, took.toMillis());
        assertThat(took).isLessThan(Duration.ofMillis(1_500));
    }

    private static String hostile(String kind, Random random) {
        return switch (kind) {
            case "lines" -> lines(random, LONGEST / 50, 1, 49);
            case "words" -> words(random, LONGEST / 2);
            case "long lines" -> lines(random, LONGEST / 1_000, 1, 999);
            default ->
                    IntStream.range(0, LONGEST / 4_000)
                            .mapToObj(block -> words(random, 1_995) + "\n" + block + "\n")
                            .collect(Collectors.joining());
        };
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> String.valueOf((char) ('a' + random.nextInt(26))))
                .collect(Collectors.joining(" "));
    }

    /// Lines that differ in their last letters alone.
    private static String lines(Random random, int count, int kinds, int length) {
        return IntStream.range(0, count)
                .mapToObj(_ ->
                        "a ".repeat(length / 2) + (char) ('b' + random.nextInt(kinds + 1)) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(List<Segment> segments, Change without) {
        return segments.stream()
                .filter(segment -> segment.change() != without)
                .map(Segment::text)
                .collect(Collectors.joining());
    }
}
