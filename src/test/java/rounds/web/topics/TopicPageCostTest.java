package rounds.web.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Markdown;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Statements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A topic that cites five hundred sources and has three hundred things on its shelf opens nearly
/// as soon as one of five and five.
@Tag("timed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicPageCostTest {
    private static final Site SITE = Site.running();
    private static final int ROUNDS = 60;
    private static final int MOST_STATEMENTS = 8;

    private static final double MOST_TIMES = 2.0;

    private static final long VALLEY = 10;
    private static final long GUESTS = 20;
    private static final long OPEN = 30;
    private static final long SMALL = 1_000_000_000L;
    private static final long LARGE = 2_000_000_000L;

    private final TopicController topics = SITE.bean(TopicController.class);
    private final Map<String, Viewer> viewers = new LinkedHashMap<>();

    @BeforeAll
    void topics() {
        SITE.db().empty();
        Viewer.SignedIn member = person("ada");
        Viewer.SignedIn curator = person("mod");
        Viewer.SignedIn guest = person("bea");
        SITE.db()
                .run(
                        """
                        insert into community (id, slug, name, visibility)
                        values (%1$d, 'valley', 'Valley', 'private'), (%2$d, 'guests', 'Guests', 'private'), (%3$d, 'open', 'Open', 'public');
                        insert into membership (id, community_id, person_id, role)
                        values (%4$d, %1$d, %7$d, 'member'), (%5$d, %1$d, %8$d, 'member'), (%6$d, %2$d, %9$d, 'member');
                        insert into membership (id, community_id, person_id, role) values (%10$d, %1$d, %8$d, 'moderator');
                        """
                                .formatted(
                                        VALLEY,
                                        GUESTS,
                                        OPEN,
                                        Ids.next(),
                                        Ids.next(),
                                        Ids.next(),
                                        member.personId(),
                                        curator.personId(),
                                        guest.personId(),
                                        Ids.next()));
        viewers.put("a member", member);
        viewers.put("a curator", curator);
        viewers.put("a guest", guest);
        fill(SMALL, 5, 5, curator.personId(), member.personId());
        fill(LARGE, 500, 300, curator.personId(), member.personId());
        SITE.db().run("analyze");
    }

    private Viewer.SignedIn person(String handle) {
        Somebody somebody = SITE.person(handle);
        return new Viewer.SignedIn(
                somebody.id(),
                SITE.db().count("select max(id) from session where person_id = " + somebody.id()),
                1);
    }

    /// All that can stand around a topic; of the sources every third is public, so that a guest
    /// reads some and not others, and every tenth is hidden or has changed.
    private void fill(long id, int sources, int entries, long curator, long member) {
        SITE.db()
                .run(
                        """
                        create temporary table source as
                        select %1$d + n as id, n, (array['discussion', 'post', 'resource', 'case_story'])[n %% 4 + 1] as type,
                               case when n %% 3 = 0 then %7$d else %6$d end as community, case when n %% 3 = 0 then 'public' else 'private' end as mark,
                               case when n %% 10 = 1 then 'hidden' else 'visible' end as state
                        from generate_series(1, greatest(%2$d, %3$d)) n;
                        insert into discussion (id, community_id, kind, title, language, visibility, state, opened_by, opened_at, last_at, last_number, posts)
                        select id, community, 'question', 'Title ' || n, 'en', mark, state, %4$d, now(), now(), 1, 1
                        from source where type in ('discussion', 'post');
                        insert into post (id, discussion_id, community_id, number, path, depth, author_id, body, html, html_version, language,
                                          visibility, state, posted_at)
                        select id, id, community, 1, '0000001', 0, %4$d, 'Words', '<p>Words</p>', %8$d, 'en', mark, state, now()
                        from source where type in ('discussion', 'post');
                        insert into resource (id, community_id, kind, title, description, html, html_version, language, visibility, state,
                                              shared_by, shared_at, changed_at, readers)
                        select id, community, 'tool', 'Title ' || n, 'Words', '<p>Words</p>', %8$d, 'en', mark, state, %4$d, now(),
                               now() - n * interval '1 minute', 1
                        from source where type = 'resource';
                        insert into case_story (id, community_id, written_by, visibility, state, named, title, outcome, setting,
                                                conditions, learning, started_at, changed_at, published_at)
                        select id, community, %4$d, mark, state, true, 'Title ' || n, 'mixed', 'home', '{asthma}', '{Ask first}',
                               now() - interval '1 day', now() - interval '1 day', now() - interval '1 day'
                        from source where type = 'case_story';
                        insert into topic (id, community_id, state, title, question, proposed_by, proposed_at, opened_at, published_at,
                                           changed_at, visibility, summary, result_id, practised)
                        values (%1$d, %6$d, 'published', 'Topic', 'How low?', %4$d, now(), now(), now(), now(), 'private', 1, %1$d + 2, 1);
                        insert into topic_citation (topic_id, content_type, content_id, community_id, ordinal, seen_at)
                        select %1$d, type, id, %6$d, n, now() - case when n %% 10 = 2 then interval '9 days' else interval '-1 day' end
                        from source where n <= %2$d;
                        insert into topic_summary (topic_id, number, community_id, body, html, html_version, written_by, made_at)
                        select %1$d, 1, %6$d, 'Words',
                               string_agg('<p>We know this. <a class="to" href="/' || case type when 'discussion' then 'd' when 'post' then 'p'
                                          when 'resource' then 'r' else 'cases' end || '/' || id_text(id) || '">…</a></p>', '' order by n), %8$d, %5$d, now()
                        from source where n <= %2$d;
                        insert into topic_entry (topic_id, content_type, content_id, community_id, state, place, why, added_by, added_at)
                        select %1$d, type, id, %6$d, 'shelved', n * 1048576, 'Read this', %5$d, now() from source where n <= %3$d;
                        insert into topic_question (id, topic_id, community_id, words, place, asked_by, asked_at, state, answer, answer_type,
                                                    answer_id, closed_at)
                        select id, %1$d, %6$d, 'And at night?', n, %4$d, now(), 'answered', 'Yes', type, id, now() from source where n <= 5;
                        insert into topic_agreement (id, topic_id, community_id, number, statement, html, html_version, put_by, put_at, closes_at)
                        values (%1$d, %1$d, %6$d, 1, 'Ask first', '<p>Ask first</p>', %8$d, %5$d, now(), now() + interval '9 days');
                        insert into topic_practice (topic_id, person_id, community_id, note, at) values (%1$d, %4$d, %6$d, 'It fits', now());
                        insert into topic_guest (topic_id, community_id, guest_id, offered_by, offered_at, accepted_by, accepted_at)
                        values (%1$d, %6$d, %9$d, %5$d, now(), %5$d, now());
                        drop table source;
                        """
                                .formatted(
                                        id,
                                        sources,
                                        entries,
                                        member,
                                        curator,
                                        VALLEY,
                                        OPEN,
                                        Markdown.VERSION,
                                        GUESTS));
    }

    @Test
    void aPageAsksTheDatabaseEightTimesHoweverMuchIsGathered() {
        viewers.forEach((who, viewer) -> {
            for (long topic : List.of(SMALL, LARGE)) {
                read(topic, viewer);
                List<String> asked = Statements.of(() -> read(topic, viewer));
                System.out.printf("cost: a topic for %s: %d statements%n", who, asked.size());
                assertThat(asked).as(who).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
            }
        });
    }

    @Test
    void aTopicWithFiveHundredSourcesOpensInTwiceTheTimeOfOneWithFive() {
        viewers.forEach((who, viewer) -> {
            times(who, viewer);
            double times = times(who, viewer);
            for (int more = 0; more < 4 && times > MOST_TIMES; more++) {
                times = Math.min(times, times(who, viewer));
            }
            assertThat(times).as(who).isLessThanOrEqualTo(MOST_TIMES);
        });
    }

    private void read(long topic, Viewer viewer) {
        assertThat(topics.show(Ids.text(topic) + "-topic", viewer, HttpRequest.GET("/")).code())
                .isEqualTo(200);
    }

    /// Measured by turns, so that a busy moment touches both.
    private double times(String who, Viewer viewer) {
        var ofSmall = new ArrayList<Long>();
        var ofLarge = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            ofSmall.add(nanos(() -> read(SMALL, viewer)));
            ofLarge.add(nanos(() -> read(LARGE, viewer)));
        }
        double times = median(ofLarge) / median(ofSmall);
        System.out.printf(
                "cost: a topic for %s, small %.2f ms, large %.2f ms: %.2f times%n",
                who, median(ofSmall), median(ofLarge), times);
        return times;
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6;
    }
}
