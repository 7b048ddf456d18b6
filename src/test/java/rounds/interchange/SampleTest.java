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
    void itsLibrariesHoldEveryKindOfThing() {
        assertThat(
                        DATABASE.rows(
                                """
                                select coalesce(v.type, v.form), count(*)
                                from resource r
                                join resource_version v on v.resource_id = r.id and v.state = 'current'
                                group by 1
                                order by 1
                                """))
                .containsExactly(
                        "csv|1", "docx|2", "link|1", "md|1", "pdf|6", "pptx|1", "text|1", "xlsx|1");
        assertThat(DATABASE.count("select count(*) from resource where language = 'fr'"))
                .isEqualTo(2);
        assertThat(
                        DATABASE.rows(
                                """
                                select v.number, v.state, p.handle
                                from resource_version v
                                join resource r on r.id = v.resource_id
                                join person p on p.id = v.made_by
                                where r.source_id = 'sample:r11'
                                order by 1
                                """))
                .containsExactly(
                        "1|earlier|daniel.cardinal",
                        "2|current|noor.haddad",
                        "3|proposed|ruth.abara");
    }

    @Test
    void eightCaseStoriesTellOfSuccessAndFailureAndOthersTriedTheSame() {
        assertThat(DATABASE.rows("select outcome, count(*) from case_story group by 1 order by 1"))
                .containsExactly("failure|3", "mixed|2", "success|3");
        assertThat(
                        DATABASE.rows(
                                """
                                select title
                                from case_story s
                                left join membership m on m.community_id = s.community_id and m.person_id = s.written_by
                                                      and m.role = 'member' and m.from_at <= s.published_at
                                where m.id is null or s.state <> 'visible'
                                   or s.tried <> (select count(*) from case_trial t where t.story_id = s.id)
                                   or s.thanked <> (select count(*) from case_word w where w.story_id = s.id and w.word = 'thanks')
                                   or s.same <> (select count(*) from case_word w where w.story_id = s.id and w.word = 'same')
                                   or not exists (select 1 from case_authority a where a.story_id = s.id)
                                """))
                .isEmpty();
        assertThat(
                        DATABASE.rows(
                                """
                                select s.title, p.handle
                                from case_story s
                                join case_trial t on t.story_id = s.id
                                join person p on p.id = t.person_id
                                left join membership m on m.community_id = s.community_id and m.person_id = t.person_id
                                                      and m.role = 'member' and m.from_at <= t.at
                                where m.id is null or t.person_id = s.written_by or t.at < s.published_at or t.at > now()
                                """))
                .as("tried by others who were members then")
                .isEmpty();
        assertThat(DATABASE.count("select count(*) from case_trial")).isEqualTo(14);
        assertThat(DATABASE.count("select count(*) from case_follow_up")).isEqualTo(3);
        assertThat(DATABASE.count("select count(*) from case_story where not named")).isEqualTo(1);
    }

    @Test
    void threeFocusTopicsStandAtDifferentPointsOfTheirWay() {
        assertThat(
                        DATABASE.rows(
                                """
                                select t.source_id, t.state, t.summary, t.votes, t.practised, t.review_on < current_date as overdue,
                                       (select count(*) from topic_citation x where x.topic_id = t.id) as cites,
                                       (select count(*) from topic_entry x where x.topic_id = t.id) as shelved,
                                       (select count(*) from topic_question x where x.topic_id = t.id and x.state = 'open') as open,
                                       (select count(*) from topic_suggestion x where x.topic_id = t.id and x.state = 'waiting') as waiting
                                from topic t
                                order by t.source_id
                                """))
                .containsExactly(
                        "sample:ft1|published|3|7|3|t|8|5|2|0",
                        "sample:ft2|synthesising|1|5|0|f|3|6|3|1",
                        "sample:ft3|proposed|0|6|0|null|0|0|0|0");
        assertThat(
                        DATABASE.rows(
                                "select state, agreed, concerned, objected, abstained from topic_agreement"))
                .containsExactly("agreed|6|1|0|1");
        assertThat(
                        DATABASE.count(
                                "select max(cardinality(regexp_split_to_array(body, '\\s+'))) from topic_summary"))
                .isBetween(250L, 400L);
    }

    @Test
    void whoDoesSomethingAroundATopicWasAMemberThen() {
        assertThat(
                        DATABASE.rows(
                                """
                                select t.title, p.handle, w.at
                                from topic t
                                join lateral (
                                     select t.proposed_by as person_id, t.proposed_at as at
                                     union all select x.person_id, x.at from topic_vote x where x.topic_id = t.id
                                     union all select x.written_by, x.made_at from topic_summary x where x.topic_id = t.id
                                     union all select x.made_by, x.made_at from topic_suggestion x where x.topic_id = t.id
                                     union all select x.added_by, x.added_at from topic_entry x where x.topic_id = t.id
                                     union all select x.asked_by, x.asked_at from topic_question x where x.topic_id = t.id
                                     union all select s.person_id, s.at from topic_stance s join topic_agreement x on x.id = s.agreement_id
                                                where x.topic_id = t.id
                                     union all select x.person_id, x.at from topic_practice x where x.topic_id = t.id) w on true
                                join person p on p.id = w.person_id
                                left join membership m on m.community_id = t.community_id and m.person_id = w.person_id
                                                      and m.role = 'member' and m.from_at <= w.at
                                where m.id is null or w.at < t.proposed_at or w.at > now()
                                """))
                .isEmpty();
    }

    @Test
    void newcomersOfOneCommunityFindWhatToReadFirst() {
        assertThat(
                        DATABASE.rows(
                                """
                                select c.slug, e.content_type, length(e.why) > 20
                                from start_entry e
                                join community c on c.id = e.community_id
                                join access a on a.person_id = e.added_by and a.community_id = c.id
                                             and a.roles && '{moderator,core_team,chair}'
                                order by e.place
                                """))
                .containsExactly(
                        "social-determinants|discussion|t",
                        "social-determinants|resource|t",
                        "social-determinants|case_story|t",
                        "social-determinants|resource|t",
                        "social-determinants|discussion|t");
    }

    @Test
    void aGlossarySpeaksBothLanguages() {
        assertThat(
                        DATABASE.rows(
                                "select language, count(*), count(*) filter (where counterpart <> '') from term group by 1 order by 1"))
                .containsExactly("en|8|8", "fr|2|2");
    }

    @Test
    void itsLibrariesLookAsIfPeopleUsedThem() {
        assertThat(
                        DATABASE.rows(
                                """
                                select r.title
                                from resource r
                                join community c on c.id = r.community_id
                                left join membership m on m.community_id = c.id and m.person_id = r.shared_by
                                                      and m.role = 'member' and m.from_at <= r.shared_at
                                where m.id is null or r.source_id not like 'sample:r%' or r.visibility <> c.visibility
                                """))
                .as("shared by who was a member then, under what the community is")
                .isEmpty();
        assertThat(
                        DATABASE.rows(
                                """
                                select r.title, v.number
                                from resource r
                                join resource_version v on v.resource_id = r.id
                                left join resource_version e on e.resource_id = r.id and e.number = v.number - 1
                                where v.made_at > now() or v.made_at < r.shared_at or v.made_at <= e.made_at
                                   or (v.number = r.current) <> (v.state = 'current')
                                   or (v.state = 'current' and v.made_at <> r.changed_at)
                                   or (v.state = 'proposed') <> (v.decided_at is null)
                                """))
                .isEmpty();
        assertThat(
                        DATABASE.rows(
                                """
                                select r.title
                                from resource r
                                left join lateral (
                                    select count(*) as readers, count(taken_at) as downloads, max(opened_at) as at, min(opened_at) as first
                                    from resource_use u where u.resource_id = r.id) u on true
                                where u.readers <> r.readers or u.downloads <> r.downloads or r.readers < 4
                                   or u.at > now() or u.first < r.shared_at
                                """))
                .isEmpty();
        assertThat(
                        DATABASE.rows(
                                """
                                select r.title
                                from resource r
                                left join lateral (select count(*) as n from resource_practice p where p.resource_id = r.id) u on true
                                left join resource o on o.id = r.adapts
                                where u.n <> r.practised or (r.adaptation <> '') <> (o.id is not null)
                                   or exists (select from resource_practice p
                                              left join membership m on m.community_id = r.community_id and m.person_id = p.person_id
                                                   and m.role = 'member' and m.from_at <= p.at
                                              where p.resource_id = r.id and (m.id is null or p.at < r.shared_at))
                                """))
                .as("used by members, once a person, after it was there")
                .isEmpty();
        assertThat(DATABASE.count("select count(*) from resource_practice")).isEqualTo(9);
        assertThat(DATABASE.count("select count(*) from resource where adapts is not null"))
                .isEqualTo(1);
    }

    @Test
    void itsLibrariesComeOnceWhereTheFirstTryWasCutShort() throws IOException {
        long versions = DATABASE.count("select count(*) from resource_version");
        DATABASE.run("delete from resource where source_id = 'sample:r2'");

        int come = DATABASE.site().get(SampleLibrary.class).load();

        assertThat(come).isEqualTo(1);
        assertThat(DATABASE.count("select count(*) from resource_version")).isEqualTo(versions);
        assertThat(DATABASE.count("select count(*) from upload")).isZero();
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
        DATABASE.run(
                """
                insert into recent_search (person_id, words, searched_at)
                select person_id, 'fax', now() from account where email = 'amara.diallo@rounds.example';
                insert into saved_search (id, person_id, name, words, saved_at, looked_at, told_until, due_at)
                select 1, person_id, 'Faxes', 'fax', now(), now(), now(), now() from account where email = 'amara.diallo@rounds.example';
                insert into case_edit (story_id, fields, made_from, saved_at)
                select min(id), '{title,Begun}', 1, now() from case_story
                """);

        Sample.Removed removed = sample().remove();

        assertThat(removed).isEqualTo(new Sample.Removed(7, 30, 65, 400, 14, 0));
        for (String table :
                new String[] {
                    "person",
                    "account",
                    "community",
                    "membership",
                    "access",
                    "discussion",
                    "post",
                    "resource",
                    "resource_version",
                    "resource_use",
                    "resource_practice",
                    "upload",
                    "case_story",
                    "case_section",
                    "case_authority",
                    "case_follow_up",
                    "case_trial",
                    "case_word",
                    "case_edit",
                    "recent_search",
                    "saved_search",
                    "term",
                    "topic",
                    "topic_summary",
                    "topic_entry",
                    "topic_agreement",
                    "topic_stance"
                }) {
            assertThat(DATABASE.count("select count(*) from " + table)).as(table).isZero();
        }
        assertThat(
                        DATABASE.rows(
                                "select content_type, count(*) from change_log where what = 'audience' group by 1 order by 1"))
                .as("the index hears of it")
                .containsExactly(
                        "case_story|8",
                        "community|7",
                        "discussion|65",
                        "person|30",
                        "post|335",
                        "resource|14",
                        "term|10",
                        "topic|3");
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
    void keepsTopicsAndWordsOfSamplePeopleInCommunitiesThatStayAndNothingElseOfThem()
            throws IOException {
        take(
                """
                {"type":"person","id":"real","handle":"real.person","name":"Real","email":"real@example.test"}
                {"type":"person","id":"guest","handle":"x","email":"amara.diallo@rounds.example"}
                {"type":"community","id":"c","slug":"ours","name":"Ours","createdBy":"real"}
                {"type":"term","id":"g","community":"c","author":"guest","name":"HTN","meaning":"High"}
                {"type":"focusTopic","id":"t","community":"c","author":"guest","title":"Falls","question":"Which first?","state":"published","summary":{"body":"All","person":"guest"}}
                {"type":"topicPractice","topic":"t","person":"guest"}
                {"type":"topicPractice","topic":"t","person":"real"}
                {"type":"topicAgreement","topic":"t","number":1,"statement":"Ask","person":"guest","closes":"2100-01-01T00:00:00Z"}
                {"type":"topicStance","topic":"t","number":1,"person":"guest","stance":"agree"}
                {"type":"topicStance","topic":"t","number":1,"person":"real","stance":"agree"}
                """);

        sample().remove();

        assertThat(
                        DATABASE.rows(
                                """
                                select t.title, p.name, t.practised, g.agreed
                                from topic t
                                join person p on p.id = t.proposed_by
                                join topic_agreement g on g.topic_id = t.id
                                """))
                .containsExactly("Falls|Removed sample person|1|1");
        assertThat(DATABASE.rows("select name from term")).containsExactly("HTN");
    }

    @Test
    void keepsWhatSamplePeopleSharedInLibrariesThatStay() throws IOException {
        take(
                """
                {"type":"person","id":"real","handle":"real.person","name":"Real","email":"real@example.test"}
                {"type":"person","id":"guest","handle":"x","email":"amara.diallo@rounds.example"}
                {"type":"community","id":"c","slug":"ours","name":"Ours","createdBy":"real"}
                """);
        long ours = DATABASE.count("select id from community where slug = 'ours'");
        long guest =
                DATABASE.count(
                        "select person_id from account where email = 'amara.diallo@rounds.example'");
        long real =
                DATABASE.count("select person_id from account where email = 'real@example.test'");
        DATABASE.run(
                """
                insert into resource (id, community_id, kind, title, language, visibility, state, shared_by, shared_at, changed_at,
                                      readers, downloads)
                values (1, %1$d, 'tool', 'Kept', 'en', 'private', 'visible', %2$d, now(), now(), 2, 1);
                insert into resource_version (id, resource_id, community_id, number, state, form, url, made_by, made_at, decided_by,
                                              decided_at, reading)
                values (2, 1, %1$d, 1, 'current', 'link', 'https://example.org/', %2$d, now(), %2$d, now(), 'none');
                insert into resource_use (resource_id, person_id, opened_at, taken_at)
                values (1, %2$d, now(), now()), (1, %3$d, now(), null)
                """
                        .formatted(ours, guest, real));

        Sample.Removed removed = sample().remove();

        assertThat(removed.kept()).isEqualTo(1);
        assertThat(
                        DATABASE.rows(
                                """
                                select r.title, p.name, v.made_by = p.id, v.decided_by = p.id, r.readers, r.downloads
                                from resource r
                                join person p on p.id = r.shared_by
                                join resource_version v on v.resource_id = r.id
                                """))
                .containsExactly("Kept|Removed sample person|t|t|1|0");
        assertThat(
                        DATABASE.rows(
                                "select content_id, what from change_log where content_type = 'resource' and content_id = 1"))
                .containsExactly("1|edited");
    }

    /// A story that others have read stays; what its author had not said yet does not.
    @Test
    void keepsNoPrivateWordOfSamplePeople() throws IOException {
        take(
                """
                {"type":"person","id":"real","handle":"real.person","name":"Real","email":"real@example.test"}
                {"type":"person","id":"guest","handle":"x","email":"amara.diallo@rounds.example"}
                {"type":"community","id":"c","slug":"ours","name":"Ours","createdBy":"real"}
                {"type":"caseStory","id":"s1","community":"c","author":"guest","title":"A guest's","outcome":"success","learning":["Ask"],"parts":[{"part":"story","body":"It went well."}]}
                {"type":"caseStory","id":"s2","community":"c","author":"real","title":"One's own","outcome":"success","learning":["Ask"],"parts":[{"part":"story","body":"It went well."}]}
                """);
        DATABASE.run(
                """
                insert into case_edit (story_id, fields, made_from, saved_at)
                select id, '{title,Begun}', 1, now() from case_story where source_id in ('s1', 's2');
                insert into recent_search (person_id, words, searched_at)
                select person_id, 'fax', now() from account where email in ('amara.diallo@rounds.example', 'real@example.test');
                insert into saved_search (id, person_id, name, words, saved_at, looked_at, told_until, due_at)
                select row_number() over (), person_id, 'Faxes', 'fax', now(), now(), now(), now() from account
                 where email in ('amara.diallo@rounds.example', 'real@example.test')
                """);

        sample().remove();

        assertThat(
                        DATABASE.rows(
                                """
                                select s.source_id, p.name, e.story_id is not null
                                from case_story s
                                join person p on p.id = s.written_by
                                left join case_edit e on e.story_id = s.id
                                order by 1
                                """))
                .containsExactly("s1|Removed sample person|f", "s2|Real|t");
        for (String table : new String[] {"recent_search", "saved_search"}) {
            assertThat(
                            DATABASE.rows(
                                    "select p.name from person p join %s x on x.person_id = p.id"
                                            .formatted(table)))
                    .as(table)
                    .containsExactly("Real");
        }
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
                        "case_review|reader_id",
                        "case_story|written_by",
                        "community_log|actor_id",
                        "community_log|person_id",
                        "discussion|closed_by",
                        "discussion|last_by",
                        "discussion|opened_by",
                        "helped|marked_by",
                        "post|author_id",
                        "post_revision|written_by",
                        "report|decided_by",
                        "report|reporter_id",
                        "resource|shared_by",
                        "resource_version|decided_by",
                        "resource_version|made_by",
                        "start_entry|added_by",
                        "term|proposed_by",
                        "term_revision|replaced_by",
                        "topic|proposed_by",
                        "topic_agreement|put_by",
                        "topic_entry|added_by",
                        "topic_guest|offered_by",
                        "topic_question|asked_by",
                        "topic_suggestion|made_by",
                        "topic_summary|written_by");
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
