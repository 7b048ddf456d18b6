package rounds.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Focus topics go out whole and come in again, and so does what newcomers read first.
class TopicsRoundTripTest {
    private static final TestDatabase DATABASE = TestDatabase.running();
    private static final Export.Options ALL = new Export.Options(null, true, true);
    private static final String ROWS =
            """
            select t.id, t.state, t.title, t.question, t.why, t.objectives, t.tags, t.language, t.starts_on, t.ends_on, t.owner_id,
                   t.review_on, t.proposed_by, t.proposed_at, t.opened_at, t.published_at, t.changed_at, t.visibility, t.summary,
                   t.votes, t.practised, t.shared, t.ended, t.source_id,
                   (select string_agg(x::text, ' ' order by x.person_id) from topic_curator x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.person_id) from topic_vote x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.number) from topic_summary x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.ordinal) from topic_citation x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.id) from topic_suggestion x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.state, x.place) from topic_entry x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.id) from topic_question x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.number) from topic_agreement x where x.topic_id = t.id),
                   (select string_agg(s::text, ' ' order by s.person_id) from topic_stance s),
                   (select string_agg(x::text, ' ' order by x.guest_id) from topic_guest x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.person_id) from topic_practice x where x.topic_id = t.id),
                   (select string_agg(x::text, ' ' order by x.person_id) from topic_reading x where x.topic_id = t.id)
              from topic t
             order by t.id
            """;

    private static final String STARTS =
            "select id, content_type, content_id, why, visibility, place, added_by, added_at from start_entry order by place";

    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void people() throws IOException {
        DATABASE.empty();
        take(
                """
                {"type":"person","id":"ada","handle":"ada"}
                {"type":"person","id":"ben","handle":"ben"}
                {"type":"community","id":"valley","name":"Valley","createdBy":"ada"}
                {"type":"community","id":"hills","name":"Hills","createdBy":"ben"}
                {"type":"discussion","id":"d1","community":"valley","author":"ada","title":"Who reads the faxes?","created":"2026-01-01T00:00:00Z"}
                {"type":"post","id":"d1.1","discussion":"d1","author":"ada","body":"Who?","created":"2026-01-01T00:00:00Z"}
                {"type":"post","id":"d1.2","discussion":"d1","author":"ben","body":"I do.","created":"2026-01-02T00:00:00Z"}
                {"type":"caseStory","id":"s1","community":"valley","author":"ben","title":"A year of letters","outcome":"failure","learning":["Ask"],"parts":[{"part":"story","body":"It got lost."}],"created":"2026-01-03T00:00:00Z"}
                """);
    }

    /// The topic stands before what it gathers, to the last resource.
    private static final String FILE =
            """
            {"type":"topicStance","topic":"t1","number":1,"person":"ben","stance":"concern","reason":"On Mondays","at":"2026-03-03T00:00:00Z"}
            {"type":"topicStance","topic":"t1","number":1,"person":"ada","stance":"agree","at":"2026-03-02T00:00:00Z"}
            {"type":"focusTopic","id":"t1","community":"valley","author":"ben","title":"Referrals that arrive","question":"How do we know?","why":"Many do not","objectives":["One rule"],"tags":["fax"],"state":"published","startsOn":"2026-01-01","endsOn":"2026-06-30","owner":"ada","reviewOn":"2026-09-01","created":"2026-02-01T00:00:00Z","opened":"2026-02-02T00:00:00Z","published":"2026-03-01T00:00:00Z","summary":{"number":2,"body":"Somebody reads them [[p:d1.2|as Ben does]], see [[d:d1]], [[r:r1]] and [[c:s1]].","note":"Ben's words","person":"ada","suggestedBy":"ben","at":"2026-03-01T00:00:00Z"}}
            {"type":"topicSummary","topic":"t1","number":1,"body":"First words","person":"ada","at":"2026-02-10T00:00:00Z"}
            {"type":"topicCurator","topic":"t1","person":"ben","at":"2026-02-03T00:00:00Z"}
            {"type":"topicVote","topic":"t1","person":"ada","at":"2026-02-01T12:00:00Z"}
            {"type":"topicCitation","topic":"t1","discussion":"d1","at":"2026-03-20T00:00:00Z"}
            {"type":"topicSuggestion","topic":"t1","base":1,"body":"Other words","why":"Shorter","person":"ben","at":"2026-02-11T00:00:00Z","state":"declined","decidedBy":"ada","decided":"2026-02-12T00:00:00Z","reason":"Too short"}
            {"type":"topicSuggestion","topic":"t1","base":2,"body":"More words, as in [[d:d1]]","person":"ben","at":"2026-03-11T00:00:00Z"}
            {"type":"topicEntry","topic":"t1","resource":"r1","number":1,"why":"Begin here","person":"ada","at":"2026-02-05T00:00:00Z"}
            {"type":"topicEntry","topic":"t1","story":"s1","number":2,"person":"ada","at":"2026-02-04T00:00:00Z"}
            {"type":"topicEntry","topic":"t1","post":"d1.2","state":"suggested","person":"ben","at":"2026-02-06T00:00:00Z"}
            {"type":"topicQuestion","topic":"t1","words":"What of Mondays?","number":1,"person":"ben","at":"2026-02-07T00:00:00Z"}
            {"type":"topicQuestion","topic":"t1","words":"Who reads them?","number":2,"state":"answered","answer":"Ben","post":"d1.2","person":"ada","at":"2026-02-08T00:00:00Z","closedBy":"ben","closed":"2026-02-09T00:00:00Z"}
            {"type":"topicAgreement","topic":"t1","number":1,"statement":"We *confirm* each one.","person":"ada","at":"2026-03-01T00:00:00Z","closes":"2026-03-08T00:00:00Z","lastDay":"2026-03-07","state":"agreed","closedBy":"ada","closed":"2026-03-08T00:00:00Z","outcome":"Mondays by phone"}
            {"type":"topicGuest","topic":"t1","community":"hills","person":"ada","at":"2026-03-10T00:00:00Z","acceptedBy":"ben","accepted":"2026-03-11T00:00:00Z"}
            {"type":"topicPractice","topic":"t1","person":"ben","note":"Twelve of twelve arrived","at":"2026-04-01T00:00:00Z"}
            {"type":"topicRead","topic":"t1","person":"ben","number":1,"at":"2026-02-10T12:00:00Z"}
            {"type":"focusTopic","id":"t2","community":"valley","author":"ada","title":"Fewer faxes","question":"Which ones?","created":"2026-05-01T00:00:00Z"}
            {"type":"startEntry","community":"valley","resource":"r1","number":2,"why":"Then this","person":"ada","at":"2026-02-02T00:00:00Z"}
            {"type":"startEntry","community":"valley","story":"s1","number":1,"why":"First this","person":"ada","at":"2026-02-01T00:00:00Z"}
            {"type":"resource","id":"r1","community":"valley","person":"ada","title":"Cover sheet","kind":"link","created":"2026-01-05T00:00:00Z"}
            {"type":"version","resource":"r1","number":1,"person":"ada","url":"https://example.org/","at":"2026-01-05T00:00:00Z"}
            """;

    @Test
    void aTopicComesWithAllThatItGathersWhereverThatStandsInTheFile() throws IOException {
        take(FILE);

        assertThat(refused).isEmpty();
        assertThat(
                        DATABASE.rows(
                                """
                                select state, summary, votes, practised, shared from topic order by id
                                """))
                .containsExactlyInAnyOrder("published|2|1|1|t", "proposed|0|0|0|f");
        assertThat(
                        DATABASE.rows(
                                "select content_type, seen_at::date from topic_citation order by ordinal"))
                .containsExactly(
                        "post|2026-03-01",
                        "discussion|2026-03-20",
                        "resource|2026-03-01",
                        "case_story|2026-03-01");
        assertThat(
                        DATABASE.rows(
                                "select agreed, concerned, objected, abstained from topic_agreement"))
                .containsExactly("1|1|0|0");
    }

    @Test
    void whatIsGivenOutAndTakenInIsTheSameAndASecondTimeAddsNothing() throws IOException {
        take(FILE);
        String given = give(ALL);
        List<String> rows = DATABASE.rows(ROWS);
        assertThat(rows).hasSize(2);
        List<String> starts = DATABASE.rows(STARTS);
        assertThat(starts).hasSize(2);

        DATABASE.empty();
        take(given);

        assertThat(refused).isEmpty();
        assertThat(DATABASE.rows(ROWS)).isEqualTo(rows);
        assertThat(DATABASE.rows(STARTS)).isEqualTo(starts);
        assertThat(give(ALL)).isEqualTo(given);

        Tally again = take(given);
        assertThat(again.marks()).isZero();
        assertThat(again.already()).isEqualTo((int) given.lines().count());
        assertThat(DATABASE.rows(ROWS)).isEqualTo(rows);
    }

    @Test
    void whatIsPeoplesOwnOrWasTakenBackStaysAndACommunityAloneNamesNoOther() throws IOException {
        take(FILE);
        DATABASE.run(
                """
                update topic set state = 'withdrawn' where source_id = 't2';
                update topic_suggestion set state = 'withdrawn', decided_at = now() where state = 'waiting';
                """);

        String valley = give(new Export.Options("valley", false));
        assertThat(valley)
                .contains("Referrals that arrive", "Twelve of twelve", "Mondays by phone")
                .doesNotContain("Fewer faxes", "topicRead", "topicGuest", "More words");
        DATABASE.empty();
        take(valley);
        assertThat(refused).isEmpty();
    }

    @Test
    void whatCannotBeTakenIsNamedWithItsLineAndTheReason() throws IOException {
        take(
                """
                {"type":"focusTopic","id":"x","community":"valley","author":"ada","title":"T","question":"Q","state":"published"}
                {"type":"focusTopic","id":"y","community":"valley","author":"ada","title":"T","question":"Q","state":"withdrawn"}
                {"type":"focusTopic","id":"z","community":"valley","author":"ada","title":"T","question":"Q","summary":{"body":"See [[d:nowhere]]","person":"ada"}}
                {"type":"topicEntry","topic":"x","person":"ada"}
                {"type":"topicVote","topic":"x","person":"ada"}
                {"type":"topicStance","topic":"x","number":1,"person":"ada","stance":"object"}
                {"type":"topicStance","topic":"x","number":1,"person":"ada","stance":"agree"}
                {"type":"startEntry","community":"valley","post":"d1.2","why":"First","person":"ada"}
                """);

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "1: summary is missing",
                        "2: the state \"withdrawn\" is unknown",
                        "3: the discussion nowhere is not here",
                        "4: it must name one of discussion, post, resource, story",
                        "5: the focus topic x is not here",
                        "6: reason is missing",
                        "7: the statement x#1 is not here",
                        "8: it must name one of discussion, resource, story");
    }

    private String give(Export.Options options) throws IOException {
        var out = new ByteArrayOutputStream();
        DATABASE.site().get(Export.class).run(out, options, Watcher.SILENT);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Tally take(String file) throws IOException {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return DATABASE.site()
                .get(Import.class)
                .run(
                        () -> new ByteArrayInputStream(bytes),
                        new Import.Options(null, true),
                        new Watcher() {
                            @Override
                            public void refused(int line, String reason) {
                                refused.add(line + ": " + reason);
                            }
                        });
    }
}
