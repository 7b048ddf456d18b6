package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.kernel.Indexable;
import rounds.kernel.Meant;
import rounds.kernel.MergedTag;
import rounds.search.SearchRequest.Extra;
import rounds.search.SearchRequest.Order;
import rounds.search.Understood.Match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Whoever asks whatever can be asked finds what a plain reading of the question lets her find, no
/// more and no less. The words of these texts are such that no language changes their endings and
/// none comes near another.
class PlainReadingTest {
    private static final int QUESTIONS = Boolean.getBoolean("rounds.long") ? 10_000 : 200;
    private static final int TEXTS = 500;

    private static final List<Long> COMMUNITIES =
            List.of(Asker.ONE, Asker.TWO, Asker.THREE, Asker.FOUR, Asker.FIVE);

    private static final List<String> WORDS =
            List.of(
                    """
                    carbon cardiac cardboard carpet insulin insect insight island stomach stopwatch
                    stormcloud plankton plantain platform kidnap kindergarten kingdom kitchen
                    mountain mustard marathon magnet pumpkin pelican pilgrim python salmon sandwich
                    skeleton spinach vitamin velvet vagabond window walnut zigzag zodiac thyroid
                    lemon lantern
                    """
                            .strip()
                            .split("\\s+"));

    private final Random random = new Random(20261130);
    private final Papers papers = new Papers(random, word(), 20, COMMUNITIES).written(TEXTS);
    private final Map<Long, Indexable> byId =
            papers.all().stream()
                    .collect(Collectors.toMap(text -> text.content().id(), text -> text));

    @TempDir private Path folder;
    private World world;

    /// The first are the most frequent.
    private Supplier<String> word() {
        return () -> {
            double place = random.nextDouble();
            return WORDS.get((int) (place * place * WORDS.size()));
        };
    }

    @BeforeEach
    void open() {
        world = new World(folder);
        papers.all().forEach(world.shelf::put);
        world.unread = List.of(papers.group(), papers.group(), papers.group(), papers.group());
        world.meant = List.of(new Meant(1, "zigzag", List.of(), "carbon insect", "en"));
        List<String> tags = papers.labels();
        world.merged =
                List.of(
                        new MergedTag(1, tags.get(0), tags.get(1)),
                        new MergedTag(3, tags.get(2), tags.get(3)));
        world.built();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void hitsAndCountsAreWhatAPlainReadingFinds() {
        var said = new HashMap<Indexable, Said>();
        papers.all().forEach(text -> said.put(text, Said.of(text)));
        var readings = new HashMap<Asker, PlainReading>();
        for (Asker asker : Asker.ELEVEN) {
            readings.put(
                    asker,
                    new PlainReading(
                            papers.all().stream().filter(asker::mayFind).toList(),
                            said,
                            world,
                            Map.of("zigzag", "carbon insect")));
        }
        var posing = new Posing(random, word(), papers);
        var matches = new EnumMap<Match, Integer>(Match.class);
        int answered = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Posed posed = posing.next();
            for (Asker asker : Asker.ELEVEN) {
                PlainReading reading = Objects.requireNonNull(readings.get(asker));
                Match match = reading.match(posed);
                Collection<Indexable> expected = reading.hits(posed, match);
                compare(asker, posed, reading, match, expected);
                matches.merge(match, 1, Integer::sum);
                answered += expected.isEmpty() ? 0 : 1;
            }
        }
        assertThat(matches).containsOnlyKeys(Match.values());
        assertThat(answered).isGreaterThan(QUESTIONS * Asker.ELEVEN.size() / 3);
    }

    private void compare(
            Asker asker,
            Posed posed,
            PlainReading reading,
            Match match,
            Collection<Indexable> expected) {
        String what = asker.name() + " asks " + posed.request();
        SearchResults first = world.find(asker.audience(), posed.request());
        assertThat(first.understood().match()).as(what).isEqualTo(match);
        List<Indexable> hits = all(asker, posed, first);
        boolean grouped = posed.request().wants(Extra.GROUPS);
        List<Long> found = keys(hits, grouped);
        List<Long> wanted = keys(expected, grouped);
        assertThat(found).as(what).doesNotHaveDuplicates();
        assertThat(missing(wanted, found)).as("Missing where %s", what).isEmpty();
        assertThat(missing(found, wanted)).as("Too much where %s", what).isEmpty();
        assertThat(first.total()).as(what).isEqualTo(hits.size());
        assertThat(first.places()).as(what).isEqualTo(expected.size());
        inOrder(posed, match, hits, what);
        if (posed.request().wants(Extra.COUNTS)) {
            for (Facet facet : Facet.values()) {
                counted(first, facet, reading.counts(posed, match, facet), what);
            }
        }
    }

    /// Of all pages.
    private List<Indexable> all(Asker asker, Posed posed, SearchResults first) {
        var ids = new ArrayList<>(World.ids(first));
        Set<Extra> extras = new HashSet<>(posed.request().extras());
        extras.removeAll(Set.of(Extra.COUNTS, Extra.REASONS));
        SearchRequest hits = posed.request().with(extras);
        SearchResults page = first;
        while (page.next() != null) {
            page = world.find(asker.audience(), hits.after(page.next()));
            ids.addAll(World.ids(page));
        }
        return ids.stream().map(id -> Objects.requireNonNull(byId.get(id))).toList();
    }

    private static List<Long> keys(Collection<Indexable> texts, boolean grouped) {
        return texts.stream()
                .map(text -> grouped ? text.group().id() : PlainReading.key(text))
                .toList();
    }

    private List<Indexable> missing(List<Long> wanted, List<Long> found) {
        return wanted.stream()
                .filter(id -> !found.contains(id))
                .map(id -> Objects.requireNonNull(byId.get(id)))
                .toList();
    }

    private static void inOrder(Posed posed, Match match, List<Indexable> hits, String what) {
        Comparator<Indexable> newest = Comparator.comparing(Indexable::at).reversed();
        if (posed.request().order() == Order.HELPFUL) {
            assertThat(hits)
                    .as(what)
                    .isSortedAccordingTo(
                            Comparator.comparing(Indexable::helpful)
                                    .reversed()
                                    .thenComparing(newest));
        } else if (posed.request().order() == Order.NEWEST || match == Match.NEWEST) {
            assertThat(hits).as(what).isSortedAccordingTo(newest);
        }
    }

    private static void counted(
            SearchResults page, Facet facet, Map<String, Integer> expected, String what) {
        List<SearchResults.Count> counts = page.counts().getOrDefault(facet, List.of());
        assertThat(counts.stream().map(SearchResults.Count::hits).toList())
                .as("%s, by %s", what, facet)
                .isEqualTo(
                        expected.values().stream()
                                .sorted(Comparator.reverseOrder())
                                .limit(Facet.MOST_VALUES)
                                .toList());
        for (SearchResults.Count count : counts) {
            assertThat(count.hits())
                    .as("%s, by %s %s", what, facet, count.value())
                    .isEqualTo(expected.get(count.value()));
        }
    }
}
