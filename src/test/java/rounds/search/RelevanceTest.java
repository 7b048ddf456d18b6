package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rounds.support.SharedData;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/// How good the order of hits is, on collections with judgements by people.
class RelevanceTest {

    @ParameterizedTest
    @CsvSource({"med, 0.69", "mediqa2019, 0.70"})
    void theFirstTenAreWhatPeopleJudgedRelevant(String name, double least, @TempDir Path home)
            throws IOException {
        var collection = Collection.read(SharedData.require("search/" + name));
        try (var world = new World(home)) {
            collection.texts().forEach(world.shelf::put);
            world.built();
            var answers = new HashMap<String, List<String>>();
            collection
                    .questions()
                    .forEach((id, text) ->
                            answers.put(
                                    id,
                                    world.ids(cut(text)).stream()
                                            .map(hit -> collection.name(hit))
                                            .toList()));
            double ndcg = collection.ndcg(answers);
            System.out.printf("%s: nDCG@10 %.4f%n", name, ndcg);
            assertThat(ndcg).isGreaterThanOrEqualTo(least);
        }
    }

    private static String cut(String question) {
        return question.substring(0, Math.min(question.length(), SearchRequest.LONGEST_QUERY));
    }
}
