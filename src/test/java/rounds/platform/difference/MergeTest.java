package rounds.platform.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class MergeTest {
    private static final String BASE =
            "First we measure.\n\nThen we stop one.\n\nThen we look again.\n";

    @Test
    void whatOnlyOneChangedStandsAsSheChangedIt() {
        assertThat(
                        Merge.of(
                                BASE,
                                BASE.replace("measure", "measure standing"),
                                BASE.replace("look again", "look after three days")))
                .contains(
                        "First we measure standing.\n\nThen we stop one.\n\nThen we look after three days.\n");
    }

    @Test
    void wordsOfOneLineThatEachChangedApartArePutTogether() {
        String line = "Most of us measured sitting in the afternoon of a visit.";

        assertThat(
                        Merge.of(
                                line,
                                line.replace("Most", "Nearly all"),
                                line.replace("a visit", "the first visit")))
                .contains("Nearly all of us measured sitting in the afternoon of the first visit.");
    }

    @Test
    void whereBothChangedTheSameWordsNothingIsDecided() {
        assertThat(Merge.of(BASE, BASE.replace("one", "two"), BASE.replace("one", "none")))
                .isEmpty();
        assertThat(Merge.of("", "Mine", "Theirs")).isEmpty();
    }

    @Test
    void whatBothWroteAtOnePlaceStandsOneBelowTheOtherWhereNobodyDecides() {
        assertThat(Merge.keepingBoth("One.", "One.\n\nMine.", "One.\n\nTheirs."))
                .isEqualTo("One.\n\nMine.\n\nTheirs.\n");
        assertThat(Merge.keepingBoth("", "Mine", "Theirs")).isEqualTo("Mine\nTheirs\n");
        assertThat(
                        Merge.keepingBoth(
                                BASE,
                                BASE.replace("one", "two"),
                                BASE.replace("one", "none").replace("look again", "look")))
                .isEqualTo(
                        "First we measure.\n\nThen we stop two.\nThen we stop none.\n\nThen we look.\n");
        assertThat(Merge.keepingBoth(BASE, "", BASE.replace("one", "none")))
                .as("taken out by one, changed by the other")
                .contains("Then we stop none.");
    }

    @Test
    void whoSaidTheSameOrNothingNewIsNoQuestion() {
        assertThat(Merge.of(BASE, "New", "New")).contains("New");
        assertThat(Merge.of(BASE, BASE, "New")).contains("New");
        assertThat(Merge.of(BASE, "New", BASE)).contains("New");
    }

    @Test
    void additionsAtDifferentPlacesAreBothThere() {
        assertThat(Merge.of(BASE, "Before.\n\n" + BASE, BASE + "\nAfter.\n"))
                .contains("Before.\n\n" + BASE + "\nAfter.\n");
    }

    /// Lines that only one side touched are never lost, whatever the texts.
    @Test
    void nothingThatOneSideAddedIsLost() {
        var random = new Random(20261129);
        for (int round = 0; round < 500; round++) {
            List<String> base = lines(random, "b", 12);
            List<String> one = changed(random, base, "o" + round);
            List<String> other = changed(random, base, "t" + round);

            var merged = Merge.of(text(base), text(one), text(other));

            merged.ifPresent(text -> {
                for (String line : one) {
                    assertThat(base.contains(line) || text.contains(line)).as(line).isTrue();
                }
                for (String line : other) {
                    assertThat(base.contains(line) || text.contains(line)).as(line).isTrue();
                }
            });
        }
    }

    /// Whatever anybody added stands in what keeps both.
    @Test
    void keepingBothLosesNoLineThatEitherAdded() {
        var random = new Random(20261130);
        for (int round = 0; round < 500; round++) {
            List<String> base = lines(random, "b", 12);
            List<String> one = changed(random, base, "o" + round);
            List<String> other = changed(random, base, "t" + round);

            String both = Merge.keepingBoth(text(base), text(one), text(other));

            assertThat(both.lines().toList())
                    .containsAll(one.stream().filter(line -> !base.contains(line)).toList())
                    .containsAll(other.stream().filter(line -> !base.contains(line)).toList());
        }
    }

    private static List<String> lines(Random random, String sign, int most) {
        return random.ints(random.nextInt(1, most), 0, 1_000).mapToObj(n -> sign + n).toList();
    }

    private static List<String> changed(Random random, List<String> base, String sign) {
        var lines = new ArrayList<>(base);
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(lines.size() + 1);
            if (at < lines.size() && random.nextBoolean()) {
                lines.set(at, sign + "x" + i);
            } else {
                lines.add(at, sign + "y" + i);
            }
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
