package rounds.web.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Markdown;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Statements;

import java.util.ArrayList;
import java.util.List;

/// A topic with five hundred citations and three hundred things on its shelf opens as soon as one
/// with ten.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatherCostTest {
    private static final Site SITE = Site.running();
    private static final int ROUNDS = 40;
    private static final int MOST_STATEMENTS = 8;

    private final TopicDesk desk = SITE.bean(TopicDesk.class);
    private final long small = Ids.next();
    private final long large = Ids.next();
    private Viewer.SignedIn ada;

    @BeforeAll
    void topics() {
        SITE.db().empty();
        Somebody somebody = SITE.person("ada");
        ada =
                new Viewer.SignedIn(
                        somebody.id(),
                        SITE.db()
                                .count(
                                        "select max(id) from session where person_id = "
                                                + somebody.id()),
                        1);
        long valley = SITE.community("valley", "private");
        SITE.member(valley, somebody);
        SITE.db()
                .run(
                        """
                        insert into resource (id, community_id, kind, title, description, html, html_version, language, visibility, state,
                                              shared_by, shared_at, changed_at)
                        select 1000000000 + n, %1$d, 'tool', 'Title ' || n, '', '', %3$d, 'en', 'private', 'visible', %2$d, now(), now()
                        from generate_series(1, 500) n;
                        """
                                .formatted(valley, ada.personId(), Markdown.VERSION));
        fill(small, valley, 10, 10);
        fill(large, valley, 500, 300);
        SITE.db().run("analyze");
    }

    private void fill(long topic, long valley, int cited, int shelved) {
        SITE.db()
                .run(
                        """
                        insert into topic (id, community_id, state, title, question, proposed_by, proposed_at, opened_at, published_at,
                                           changed_at, visibility, summary)
                        values (%1$d, %2$d, 'published', 'How low?', 'Which first?', %3$d, now(), now(), now(), now(), 'private', 1);
                        insert into topic_summary (topic_id, number, community_id, body, html, html_version, written_by, made_at)
                        select %1$d, 1, %2$d, 'Words', '<p>Words</p>', %6$d, %3$d, now();
                        insert into topic_citation (topic_id, content_type, content_id, community_id, ordinal, seen_at)
                        select %1$d, 'resource', 1000000000 + n, %2$d, n, now() from generate_series(1, %4$d) n;
                        insert into topic_entry (topic_id, content_type, content_id, community_id, state, place, why, added_by, added_at)
                        select %1$d, 'resource', 1000000000 + n, %2$d, 'shelved', n * 1048576, 'Why', %3$d, now()
                        from generate_series(1, %5$d) n;
                        insert into topic_question (id, topic_id, community_id, words, place, asked_by, asked_at)
                        select %1$d + n, %1$d, %2$d, 'Who decides?', n, %3$d, now() from generate_series(1, 10) n;
                        insert into topic_agreement (id, topic_id, community_id, number, statement, html, html_version, put_by, put_at,
                                                     closes_at)
                        values (%1$d + 1, %1$d, %2$d, 1, 'First', '<p>First</p>', %6$d, %3$d, now(), now() + interval '7 days');
                        """
                                .formatted(
                                        topic,
                                        valley,
                                        ada.personId(),
                                        cited,
                                        shelved,
                                        Markdown.VERSION));
    }

    @Test
    void itAsksTheDatabaseEightTimes() {
        for (long topic : List.of(small, large)) {
            desk.page(ada, topic);
            List<String> asked = Statements.of(() -> desk.page(ada, topic));
            System.out.printf("cost: a topic %d statements%n", asked.size());
            assertThat(asked).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    @Test
    void aLargeOneOpensAtOnce() {
        var ofSmall = new ArrayList<Long>();
        var ofLarge = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            ofSmall.add(nanos(small));
            ofLarge.add(nanos(large));
        }
        System.out.printf(
                "cost: a small topic's page %.2f ms, a large one's %.2f ms%n",
                median(ofSmall), median(ofLarge));
        // Each source and each thing on the shelf is a probe: nothing may be more than that.
        assertThat(median(ofLarge)).isLessThan(150);
    }

    private long nanos(long topic) {
        long start = System.nanoTime();
        desk.page(ada, topic);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6;
    }
}
