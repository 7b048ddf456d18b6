package rounds.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.platform.database.Transactions;
import rounds.support.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

class SampleTest {
    private static final TestDatabase DATABASE = TestDatabase.running();

    @BeforeEach
    void theSampleAlone() throws IOException {
        DATABASE.empty();
        sample().load();
    }

    @Test
    void readsLikeRealLife() {
        assertThat(DATABASE.count("select count(*) from account where sample"))
                .isGreaterThanOrEqualTo(25);
        assertThat(DATABASE.count("select count(distinct profession) from person"))
                .isGreaterThan(10);
        assertThat(DATABASE.count("select count(*) from discussion where state = 'visible'"))
                .isGreaterThanOrEqualTo(40);
        assertThat(DATABASE.count("select count(*) from post")).isGreaterThanOrEqualTo(200);
        assertThat(DATABASE.count("select count(*) from post where language = 'fr'"))
                .isGreaterThan(30);
        assertThat(
                        DATABASE.rows(
                                "select visibility, count(*) from community where sample and form = 'community' group by 1 order by 1"))
                .containsExactly("listed|1", "private|1", "public|2");
        assertThat(DATABASE.rows("select email from account where admin"))
                .containsExactly("claire.beaulieu@rounds.example");
    }

    @Test
    void itsPostsShowTheirDrawings() {
        assertThat(
                        DATABASE.rows(
                                """
                                select i.width || 'x' || i.height, count(*), bool_and(p.author_id = i.person_id),
                                       bool_and(p.html like '%<img src="/images/' || id_text(i.id) || '%')
                                from image i
                                join image_in_post x on x.image_id = i.id
                                join post p on p.id = x.post_id
                                join image_size s on s.image_id = i.id
                                group by i.id
                                order by i.id
                                """))
                .containsExactly("1400x800|2|t|t", "1000x1220|2|t|t", "1200x840|2|t|t");
    }

    @Test
    void namesThePeopleToSignInAs() {
        var transactions = DATABASE.site().get(Transactions.class);
        var people = transactions.system(DATABASE.site().get(SampleRepository.class)::people);

        assertThat(people.getFirst().email()).isEqualTo("claire.beaulieu@rounds.example");
        assertThat(people.get(1).roles()).isEqualTo("chair of EMR in the Tamarack Valley");
    }

    @Test
    void holdsTogether() {
        assertThat(
                        DATABASE.rows(
                                "select title from discussion d where posts <> (select count(*) from post p where p.discussion_id = d.id)"))
                .isEmpty();
        assertThat(
                        DATABASE.rows(
                                "select title from discussion where closed_at is not null and (closed_by is null or closed_at < last_at)"))
                .isEmpty();
        assertThat(DATABASE.rows("select source_id from post where posted_at > now()")).isEmpty();
        assertThat(
                        DATABASE.rows(
                                "select x.source_id from post x join post y on y.id = x.parent_id where x.posted_at <= y.posted_at"))
                .isEmpty();
        assertThat(
                        DATABASE.rows(
                                "select slug from community c where form = 'community' and not exists (select 1 from access a where a.community_id = c.id and 'chair' = any (a.roles))"))
                .isEmpty();
        assertThat(
                        DATABASE.rows(
                                "select email from account where email not like '%@rounds.example'"))
                .isEmpty();
    }

    @Test
    void isTakenAwayWhole() throws IOException {
        Sample.Removed removed = sample().remove();

        assertThat(removed).isEqualTo(new Sample.Removed(7, 30, 64, 399, 0));
        for (String table :
                new String[] {
                    "person", "account", "community", "membership", "access", "discussion", "post"
                }) {
            assertThat(DATABASE.count("select count(*) from " + table)).as(table).isZero();
        }
        assertThat(
                        DATABASE.rows(
                                "select content_type, count(*) from change_log where what = 'audience' group by 1 order by 1"))
                .as("the index hears of it")
                .containsExactly("community|7", "discussion|64", "person|30", "post|335");
    }

    @Test
    void leavesEverythingElse() throws IOException {
        take(
                """
                {"type":"person","id":"real","handle":"real.person","name":"Real","email":"real@example.test"}
                {"type":"person","id":"guest","handle":"x","email":"amara.diallo@rounds.example"}
                {"type":"community","id":"c","slug":"ours","name":"Ours","createdBy":"real"}
                {"type":"discussion","id":"d","community":"c","author":"guest","title":"Asked by a sample person","closed":true,"closedBy":"guest"}
                {"type":"post","id":"p1","discussion":"d","author":"guest","body":"Question"}
                {"type":"post","id":"p2","discussion":"d","author":"real","body":"Answer"}
                {"type":"post","id":"p3","discussion":"d","author":"guest","body":"Thanks"}
                """);

        Sample.Removed removed = sample().remove();

        assertThat(removed.kept()).isEqualTo(2);
        assertThat(
                        DATABASE.rows(
                                "select p.name, x.body from post x join person p on p.id = x.author_id order by x.number"))
                .containsExactly(
                        "Removed sample person|Question",
                        "Real|Answer",
                        "Removed sample person|Thanks");
        assertThat(DATABASE.rows("select email from account")).containsExactly("real@example.test");
        assertThat(DATABASE.rows("select slug, members from community")).containsExactly("ours|1");
    }

    @Test
    void takesBackWhatSamplePeopleSaidOfOthersAnswersButNotThatTheyHelped() throws IOException {
        take(
                """
                {"type":"person","id":"real","handle":"real.person","name":"Real","email":"real@example.test"}
                {"type":"person","id":"guest","handle":"x","email":"amara.diallo@rounds.example"}
                {"type":"community","id":"c","slug":"ours","name":"Ours","createdBy":"real"}
                {"type":"discussion","id":"d","community":"c","author":"guest","title":"Asked by a sample person"}
                {"type":"post","id":"p1","discussion":"d","author":"guest","body":"Question"}
                {"type":"post","id":"p2","discussion":"d","author":"real","body":"Answer"}
                """);
        long answer = DATABASE.count("select id from post where number = 2 and source_id = 'p2'");
        DATABASE.run(
                """
                insert into helped (post_id, community_id, marked_by, marked_at)
                select x.id, x.community_id, a.author_id, now()
                  from post x join post a on a.discussion_id = x.discussion_id and a.number = 1
                 where x.id = %d;
                insert into reaction (post_id, person_id, kind, community_id)
                select x.id, a.author_id, 'thanks', x.community_id
                  from post x join post a on a.discussion_id = x.discussion_id and a.number = 1
                 where x.id = %d;
                update post set helped = true, thanks = 1 where id = %d
                """
                        .formatted(answer, answer, answer));

        sample().remove();

        assertThat(DATABASE.rows("select helped, thanks from post where id = " + answer))
                .containsExactly("t|0");
        assertThat(DATABASE.rows("select p.name from helped h join person p on p.id = h.marked_by"))
                .containsExactly("Removed sample person");
    }

    /// Whoever adds a column here adds to the removal what becomes of it.
    @Test
    void knowsAllThatWouldHoldAPersonBack() {
        assertThat(
                        DATABASE.rows(
                                """
                                select c.conrelid::regclass::text, a.attname
                                from pg_constraint c
                                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                                where c.contype = 'f' and c.confrelid = 'person'::regclass and c.confdeltype = 'a'
                                order by 1, 2
                                """))
                .containsExactly(
                        "community_log|actor_id",
                        "community_log|person_id",
                        "discussion|closed_by",
                        "discussion|last_by",
                        "discussion|opened_by",
                        "helped|marked_by",
                        "post|author_id",
                        "post_revision|written_by",
                        "report|decided_by",
                        "report|reporter_id");
    }

    private static void take(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        Tally tally =
                DATABASE.site()
                        .get(Import.class)
                        .run(
                                () -> new ByteArrayInputStream(bytes),
                                new Import.Options(null, false),
                                Watcher.SILENT);
        assertThat(tally.refused()).isZero();
    }

    private static Sample sample() {
        return DATABASE.site().get(Sample.class);
    }
}
