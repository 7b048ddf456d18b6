package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rounds.kernel.Indexable;
import rounds.support.SharedData;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/// How good the order of hits is, on collections with judgements by people.
class RelevanceTest {

    /// How much the figure may differ where nobody but members may read the texts.
    private static final double NO_LESS_PRIVATE = 0.005;

    private static final ViewerAudience MEMBER =
            ViewerAudience.of(
                    new PublicCommunities(1, List.of()),
                    1,
                    List.of(Collection.COMMUNITY),
                    List.of());

    @ParameterizedTest
    @CsvSource({"med, 0.72", "mediqa2019, 0.75"})
    void theFirstTenAreWhatPeopleJudgedRelevant(String name, double least, @TempDir Path home)
            throws IOException {
        var collection = Collection.read(SharedData.require("search/" + name));
        double open = ndcg(collection, home.resolve("open"), false);
        double closed = ndcg(collection, home.resolve("closed"), true);
        System.out.printf("%s: nDCG@10 %.4f, private %.4f%n", name, open, closed);
        assertThat(open).isGreaterThanOrEqualTo(least);
        assertThat(closed).isCloseTo(open, within(NO_LESS_PRIVATE));
    }

    private static double ndcg(Collection collection, Path home, boolean closed)
            throws IOException {
        try (var world = new World(home)) {
            collection.texts().forEach(text -> world.shelf.put(closed ? membersOnly(text) : text));
            world.built();
            ViewerAudience viewer = closed ? MEMBER : world.visitor();
            var answers = new HashMap<String, List<String>>();
            collection
                    .questions()
                    .forEach((id, text) ->
                            answers.put(
                                    id,
                                    World.ids(world.find(viewer, SearchRequest.of(cut(text))))
                                            .stream()
                                            .map(collection::name)
                                            .toList()));
            return collection.ndcg(answers);
        }
    }

    private static Indexable membersOnly(Indexable text) {
        return Shelf.text(
                text.content(),
                text.communityId(),
                Shelf.closed(text.communityId()),
                text.title(),
                text.body());
    }

    private static String cut(String question) {
        return question.substring(0, Math.min(question.length(), SearchRequest.LONGEST_QUERY));
    }
}
