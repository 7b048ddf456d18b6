package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.kernel.Indexable;
import rounds.kernel.What;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Two worlds that look the same to a viewer answer her the same, whatever else one of them holds.
class StatisticsTest {
    private static final int QUERIES = Boolean.getBoolean("rounds.long") ? 10_000 : 1_000;
    private static final int MINE = 1_500;
    private static final int HIDDEN = 6_000;
    private static final long OPEN = 1;
    private static final long CLUB = 2;
    private static final long SECRET = 3;

    private final Random random = new Random(20261122);

    @TempDir private Path folder;

    @Test
    void whatAVisitorMayNotReadChangesNeitherOrderNorTotals() throws IOException {
        compare(
                ViewerAudience.of(open(), 0, List.of(), List.of()),
                id -> Shelf.open(OPEN),
                id -> Shelf.closed(SECRET));
    }

    @Test
    void norForTheMemberOfAPrivateCommunityOnASiteWithoutPublicOnes() throws IOException {
        compare(
                ViewerAudience.of(new PublicCommunities(1, List.of()), 5, List.of(CLUB), List.of()),
                id -> Shelf.closed(CLUB),
                id -> id % 2 == 0 ? Shelf.closed(SECRET) : List.of("x" + CLUB, "u9"));
    }

    private interface Readers {
        List<String> of(long id);
    }

    private void compare(ViewerAudience viewer, Readers mine, Readers others) throws IOException {
        try (var small = new World(folder.resolve("small"));
                var large = new World(folder.resolve("large"))) {
            for (int i = 1; i <= MINE; i++) {
                Indexable text = text(i, mine.of(i));
                small.shelf.put(text);
                large.shelf.put(text);
            }
            small.built();
            large.built();
            // They come later and in between, so that the segments of the two differ.
            for (int i = 1; i <= HIDDEN; i++) {
                long id = 100_000 + i;
                large.shelf.put(text(id, others.of(id)));
                large.change(What.CREATED, Shelf.discussion(id));
                if (i % 7 == 0) {
                    large.change(What.EDITED, Shelf.discussion(1 + i % MINE));
                }
                if (i % 100 == 0) {
                    large.follow();
                }
            }
            large.follow();
            int answered = 0;
            for (int i = 0; i < QUERIES; i++) {
                SearchRequest request = SearchRequest.of(query());
                SearchResults one = small.find(viewer, request);
                SearchResults other = large.find(viewer, request);
                assertThat(World.ids(other)).as(request.q()).isEqualTo(World.ids(one));
                assertThat(other.total()).as(request.q()).isEqualTo(one.total());
                assertThat(other.next()).as(request.q()).isEqualTo(one.next());
                assertThat(other.understood()).isEqualTo(one.understood());
                answered += one.hits().isEmpty() ? 0 : 1;
            }
            assertThat(answered).isGreaterThan(QUERIES / 2);
        }
    }

    private static PublicCommunities open() {
        return new PublicCommunities(1, List.of(OPEN));
    }

    private Indexable text(long id, List<String> audience) {
        return Shelf.with(
                Shelf.text(Shelf.discussion(id), OPEN, audience, "", ""),
                List.of("en", "fr", "de").get(random.nextInt(3)),
                words(1 + random.nextInt(8)),
                words(5 + random.nextInt(120)));
    }

    private String query() {
        var parts = new ArrayList<String>();
        parts.add(words(1 + random.nextInt(4)));
        if (random.nextInt(6) == 0) {
            parts.add("\"" + words(2) + "\"");
        }
        if (random.nextInt(6) == 0) {
            parts.add("-" + word());
        }
        if (random.nextInt(6) == 0) {
            parts.add(word() + "zy");
        }
        return String.join(" ", parts);
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> word()).collect(Collectors.joining(" "));
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
        return "wort" + letters((int) spread);
    }
}
