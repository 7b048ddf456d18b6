package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import rounds.kernel.Indexable;
import rounds.kernel.Meant;
import rounds.kernel.What;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Two worlds that look the same to somebody answer her the same, whatever else one of them holds:
/// the hits and their order, how many there are and by which facets, why, which words were read
/// otherwise, and what is shown of each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsTest {
    /// Of each asker.
    private static final int QUESTIONS = Boolean.getBoolean("rounds.long") ? 10_000 : 90;

    private static final int TEXTS = 8_000;

    /// At least so many of them no single one who asks may find.
    private static final int HIDDEN = 6_000;

    /// Nearly everything stands in the one that nobody here is a member of.
    private static final List<Long> COMMUNITIES =
            LongStream.concat(
                            LongStream.of(Asker.ONE, Asker.TWO, Asker.THREE, Asker.FIVE),
                            LongStream.generate(() -> Asker.FOUR).limit(8))
                    .boxed()
                    .toList();

    private final Random random = new Random(20261122);
    private final Papers papers = new Papers(random, this::word, 30, COMMUNITIES).written(TEXTS);

    @TempDir private static Path folder;
    private World all;

    @BeforeAll
    void build() {
        all = new World(folder.resolve("all"));
        // Some come later and some once more, so that the segments of two worlds differ.
        List<Indexable> texts = papers.all();
        int early = texts.size() / 4;
        texts.subList(0, early).forEach(all.shelf::put);
        all.built();
        for (int i = early; i < texts.size(); i++) {
            all.shelf.put(texts.get(i));
            all.change(What.CREATED, texts.get(i).content());
            if (i % 7 == 0) {
                all.change(What.EDITED, texts.get(i - early).content());
            }
            if (i % 500 == 0) {
                all.follow();
            }
        }
        all.follow();
        know(all);
    }

    @AfterAll
    void close() {
        all.close();
    }

    private static void know(World world) {
        world.meant = List.of(new Meant(1, "bwort", List.of(), "cwort dwort", "en"));
        world.unread = List.of(1L, 5L, 9L, 20L, 33L, 50L, 80L, 130L, 210L, 340L);
    }

    static Stream<Asker> askers() {
        return Stream.concat(Asker.ELEVEN.stream(), Stream.of(Asker.SECLUDED));
    }

    @ParameterizedTest
    @MethodSource("askers")
    void whatSomebodyMayNotFindChangesNothingOfWhatSheFinds(Asker asker) {
        List<Indexable> visible = papers.all().stream().filter(asker::mayFind).toList();
        assertThat(papers.all().size() - visible.size()).isGreaterThan(HIDDEN);
        var posing = new Posing(new Random(asker.name().hashCode()), this::asked, papers);
        ViewerAudience audience = asker.audience();
        int answered = 0;
        int respelt = 0;
        try (var hers = new World(folder.resolve(asker.name()))) {
            visible.forEach(hers.shelf::put);
            hers.built();
            know(hers);
            for (int i = 0; i < QUESTIONS; i++) {
                SearchRequest request = posing.next().request().limit(1 + random.nextInt(20));
                SearchResults one = hers.find(audience, request);
                SearchResults other = all.find(audience, request);
                assertThat(other).as("%s", request).isEqualTo(one);
                answered += one.hits().isEmpty() ? 0 : 1;
                respelt += one.understood().respelt().size();
            }
        }
        assertThat(answered).isGreaterThan(QUESTIONS / 4);
        assertThat(respelt).isGreaterThan(QUESTIONS / 20);
    }

    private static String letters(int number) {
        return Integer.toString(number, 20)
                .chars()
                .mapToObj(c -> Character.toString('a' + Character.digit(c, 20)))
                .collect(Collectors.joining());
    }

    /// Few words are frequent and many are rare, as in any language.
    private String word() {
        double spread = Math.exp(random.nextDouble() * Math.log(3_000));
        return letters((int) spread) + "wort";
    }

    /// Sometimes mistyped.
    private String asked() {
        return random.nextInt(12) == 0 ? word() + "zy" : word();
    }
}
