package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.Statements;

import java.util.ArrayList;
import java.util.List;

/// What reading a topic asks of the database, and that one with many sources costs little more.
@Tag("timed")
class TopicCostTest {
    private static final int MANY = 500;
    private static final int FEW = 5;
    private static final int ROUNDS = 40;

    private final TopicSite site = TopicSite.emptied();
    private final long valley = site.community("valley", "public");
    private final Viewer.SignedIn ada = site.member("ada", valley);
    private final Viewer.SignedIn mod = site.member("mod", valley, "moderator");

    @Test
    void aTopicAndItsSourcesAreReadInTwoStatementsHoweverManyTheyAre() {
        long small = cites(FEW);
        long large = cites(MANY);
        site.db.run("analyze");

        for (Viewer viewer : List.of(ada, mod, Viewer.VISITOR)) {
            assertThat(Statements.of(() -> read(viewer, small))).hasSize(2);
            assertThat(Statements.of(() -> read(viewer, large))).hasSize(2);
        }
        var ofSmall = new ArrayList<Long>();
        var ofLarge = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            ofSmall.add(nanos(small));
            ofLarge.add(nanos(large));
        }
        System.out.printf(
                "cost: a topic with %d sources %.2f ms, with %d sources %.2f ms%n",
                FEW, median(ofSmall), MANY, median(ofLarge));
        // 500 sources are 500 probes: what must not happen is that they are more than that.
        assertThat(median(ofLarge)).isLessThan(150);
    }

    private int read(Viewer viewer, long id) {
        return site.summaries.sources(viewer, site.topics.topic(viewer, id)).size();
    }

    private long nanos(long id) {
        long start = System.nanoTime();
        read(ada, id);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6;
    }

    private long cites(int sources) {
        Topic topic = site.opened(ada, mod, "valley");
        var body = new StringBuilder();
        for (int i = 0; i < sources; i++) {
            long post = site.post(ada, valley, "Source " + i, "public", "visible");
            body.append("A sentence. [[p:").append(Ids.text(post)).append("]]\n");
        }
        site.summaries.save(mod, topic.id(), body.toString(), "", 0, Summaries.Looked.NOT);
        return topic.id();
    }
}
