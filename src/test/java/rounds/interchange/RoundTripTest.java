package rounds.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.platform.files.FileStore;
import rounds.support.Papers;
import rounds.support.Photos;
import rounds.support.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Everything that the sample community has goes out and comes in again, and nothing of it twice.
class RoundTripTest {
    private static final TestDatabase DATABASE = TestDatabase.running();
    private static final Export.Options ALL = new Export.Options(null, true, true);

    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void theSample() throws IOException {
        DATABASE.empty();
        DATABASE.site().get(Sample.class).load();
        // What people do here and the sample's file does not have.
        DATABASE.run(
                """
                update account set time_zone = 'America/Vancouver', language = 'fr'
                 where person_id = (select id from person where source_id = 'sample:p13');
                update poll set ends_at = null, ended_at = made_at + interval '2 days', ended_by = (select id from person where source_id = 'sample:p12')
                 where not open;
                update discussion set closed_at = last_at, closed_reason = 'It is answered.', closed_by = opened_by where source_id = 'sample:d5';
                insert into refusal (person_id, refused_id)
                select p.id, q.id from person p, person q where p.source_id = 'sample:p13' and q.source_id = 'sample:p30';
                insert into post_revision (post_id, revision, community_id, title, body, html, html_version, written_by, written_at)
                select id, 1, community_id, null, 'Before', '<p>Before</p>', 1, author_id, posted_at from post where source_id = 'sample:d5.2';
                insert into saved_search (id, person_id, name, words, narrowed, from_day, within_id, sorted, literal, saved_at, looked_at, alerts_since, told_until, due_at)
                select 900, p.id, 'Faxes', 'fax', array['community:' || c.slug, 'author:' || q.handle, 'tag:fax'], '2025-02-03', d.id, 'newest', true,
                       '2026-01-02T03:04:05Z', '2026-01-03T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-03T03:04:05Z', now()
                  from person p, person q, community c, discussion d
                 where p.source_id = 'sample:p13' and q.source_id = 'sample:p30' and c.source_id = 'sample:c1' and d.source_id = 'sample:d5';
                update resource set official = true, review_on = '2031-05-01', language_said = false, journal = 'Rural care', doi = '10.1000/x1', pmid = '123',
                       abstract = 'Short', superseded_by = (select o.id from resource o where o.community_id = resource.community_id and o.id <> resource.id order by o.id limit 1)
                 where id = (select max(id) from resource);
                update resource set state = 'hidden' where id = (select id from resource order by id offset 2 limit 1);
                update resource_version set sealed = true where id = (select min(id) from resource_version where state = 'earlier');
                update post set revision = 2, edited_at = posted_at + interval '1 hour' where source_id = 'sample:d5.2';
                insert into post_revision (post_id, revision, community_id, body, html, html_version, written_by, written_at, sealed)
                select id, 1, community_id, 'Sealed words', '', 1, author_id, posted_at, true from post where source_id = 'sample:d5.3';
                """);
        merge("sample:d57", "sample:d59");
    }

    @Test
    void whatIsGivenOutAndTakenInIsTheSame() throws IOException {
        String first = give(ALL);
        List<String> rows = content();
        for (MarkKind kind : MarkKind.values()) {
            assertThat(first).contains("{\"type\":\"" + kind.type() + "\"");
        }
        assertThat(first)
                .contains("\"type\":\"conversation\"", "\"emptied\":", "\"progress\":\"solved\"")
                .contains("\"type\":\"image\"", "\"type\":\"imageData\"", "It is answered.")
                .contains("\"type\":\"resource\"", "\"type\":\"version\"", "\"versionData\"")
                .contains("\"type\":\"collection\"", "\"holds\":[", "\"type\":\"practice\"")
                .contains("\"state\":\"earlier\"", "\"sealed\":true", "\"adapts\":")
                .contains("\"official\":true", "\"reviewOn\":\"2031-05-01\"", "\"supersededBy\":")
                .contains("\"timeZone\":\"America/Vancouver\",\"language\":\"fr\"")
                .doesNotContain("Sealed words");

        DATABASE.empty();
        Tally tally = take(first);

        assertThat(refused).isEmpty();
        assertThat(tally.marks()).isGreaterThan(150);
        assertThat(give(ALL)).isEqualTo(first);
        assertThat(content()).isEqualTo(rows);
    }

    @Test
    void aSecondTimeAddsNothing() throws IOException {
        String file = give(ALL);
        List<String> rows = content();

        Tally tally = take(file);

        assertThat(refused).isEmpty();
        assertThat(tally.marks()).isZero();
        assertThat(tally.already()).isEqualTo((int) file.lines().count());
        assertThat(content()).isEqualTo(rows);
        assertThat(give(ALL)).isEqualTo(file);
    }

    @Test
    void whatIsPeoplesOwnGoesOutOnlyWhenAskedForAndOnlyOfTheWholeSite() throws IOException {
        String file = give(new Export.Options(null, true));
        assertThat(file)
                .contains("\"reaction\"", "\"helped\"", "\"introduction\"", "\"synonymOf\"")
                .doesNotContain(
                        "\"conversation\"",
                        "inhaler counts",
                        "\"watch\"",
                        "\"bookmark\"",
                        "\"refusal\"",
                        "\"caughtUp\"",
                        "\"savedSearch\"",
                        "\"type\":\"read\"");
        assertThatThrownBy(() -> new Export.Options("emr-valley", false, true))
                .isInstanceOf(IllegalArgumentException.class);

        String one = give(new Export.Options("emr-valley", false));
        assertThat(one).contains("\"moved\"", "\"reaction\"").doesNotContain("liste-attente");
        DATABASE.empty();
        take(one);
        assertThat(refused).isEmpty();
    }

    @Test
    void aConversationStaysClosedWhereItComesIn() throws IOException {
        String file = give(ALL);
        DATABASE.empty();
        take(file);

        assertThat(
                        DATABASE.rows(
                                "select distinct c.form, c.visibility, d.conversation, left(c.slug, 1) from community c join discussion d on d.community_id = c.id where c.form <> 'community'"))
                .containsExactly("conversation|private|t|~");
        assertThat(
                        DATABASE.count(
                                "select count(*) from membership m join community c on c.id = m.community_id where c.form = 'conversation'"))
                .isEqualTo(7);
    }

    @Test
    void aClosedPollTellsHowManyChoseWhatAndAnOpenOneWhoAsWell() throws IOException {
        String file = give(ALL);
        List<String> closed =
                DATABASE.rows(
                        "select b.choices, count(*) from ballot b join poll q on q.post_id = b.post_id where not q.open group by 1 order by 1");
        String named =
                "select count(*) from ballot b join poll q on q.post_id = b.post_id where b.person_id is not null and q.open = ";
        long open = DATABASE.count(named + "true");
        assertThat(open).isPositive();
        assertThat(DATABASE.count(named + "false")).isPositive();
        assertThat(file.lines().filter(line -> line.startsWith("{\"type\":\"ballot\"")))
                .hasSize((int) open);

        DATABASE.empty();
        take(file);

        assertThat(refused).isEmpty();
        assertThat(DATABASE.count(named + "true")).isEqualTo(open);
        assertThat(DATABASE.count(named + "false")).isZero();
        assertThat(
                        DATABASE.rows(
                                "select b.choices, count(*) from ballot b join poll q on q.post_id = b.post_id where not q.open group by 1 order by 1"))
                .isEqualTo(closed);
    }

    @Test
    void aBallotFindsItsPollInWhateverOrderTheyComeAndNobodyIsNamedInAClosedOne()
            throws IOException {
        take(
                """
                {"type":"ballot","post":"sample:d5.1","person":"sample:p1","choices":[2]}
                {"type":"ballot","post":"sample:d5.2","person":"sample:p1","choices":[2]}
                {"type":"poll","post":"sample:d5.1","question":"Which?","open":true,"options":["One","Two"],"votes":[{"choices":[1],"count":3}]}
                {"type":"poll","post":"sample:d5.2","question":"Which?","options":["One","Two"],"kind":"ranked","votes":[{"choices":[2,1],"count":2},{"choices":[1],"count":1}]}
                {"type":"poll","post":"sample:d5.3","question":"Which?","options":["One"]}
                {"type":"poll","post":"sample:d5.3","question":"Which?","options":["One","Two"],"votes":[{"choices":[3],"count":1}]}
                {"type":"poll","post":"sample:d5.3","question":"Which?","options":["One","Two"],"most":2}
                {"type":"poll","post":"sample:d5.3","question":"Which?","options":["One","Two"],"kind":"guess"}
                """);

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "2: the open poll at the post sample:d5.2 is not here",
                        "5: it must have at least two options, each with words",
                        "6: choices is not a whole number from 1 to 2",
                        "7: most is of a poll of several, and at least 2",
                        "8: the kind \"guess\" is unknown");
        assertThat(
                        DATABASE.rows(
                                """
                                select p.source_id, q.ballots, t.round, t.number, t.votes, p.polled
                                  from poll q
                                  join post p on p.id = q.post_id
                                  join poll_tally t on t.post_id = q.post_id
                                 where p.source_id like 'sample:d5.%'
                                 order by 1, 3, 4
                                """))
                .containsExactly(
                        "sample:d5.1|4|1|1|3|t",
                        "sample:d5.1|4|1|2|1|t",
                        "sample:d5.2|3|1|1|1|t",
                        "sample:d5.2|3|1|2|2|t");
    }

    @Test
    void aPictureFromElsewhereLosesWhatHidesInItAndABrokenOneIsRefused() throws IOException {
        byte[] photo = Photos.jpeg(400, 300, 1);
        String good = Base64.getEncoder().encodeToString(photo);
        take(
                """
                {"type":"image","id":"0s0rvnd50p1d1","posts":["sample:d5.1"],"bytes":%1$d}
                {"type":"imageData","image":"0s0rvnd50p1d1","data":"%2$s"}
                {"type":"image","id":"0s0rvnd50p1d2","posts":["sample:d5.1"],"bytes":%3$d}
                {"type":"imageData","image":"0s0rvnd50p1d2","data":"%2$s"}
                {"type":"image","id":"0s0rvnd50p1d3","posts":["nowhere"],"bytes":4}
                {"type":"imageData","image":"0s0rvnd50p1d3","data":"AAAA"}
                {"type":"imageData","image":"0s0rvnd50p1d3","data":"AAAA"}
                {"type":"image","id":"0s0rvnd50p1d4","posts":["sample:d5.1"],"bytes":3}
                {"type":"imageData","image":"0s0rvnd50p1d4","data":"AAAA"}
                {"type":"imageData","image":"0s0rvnd50p1d5","data":"AAAA"}
                {"type":"image","id":"one","posts":["sample:d5.1"],"bytes":3}
                {"type":"image","id":"0s0rvnd50p1d6","posts":[],"bytes":3}
                """
                        .formatted(photo.length, good, photo.length + 1));

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "3: the image is not whole",
                        "5: the image is not whole",
                        "7: the image is larger than its line says",
                        "8: the image is none that can be shown",
                        "10: the line of its image does not stand before it",
                        "11: \"one\" is no id of Rounds",
                        "12: posts is missing");
        List<String> hashes =
                DATABASE.rows(
                        "select s.hash from image i join image_size s on s.image_id = i.id where id_text(i.id) = '0s0rvnd50p1d1'");
        assertThat(hashes).hasSize(1);
        byte[] kept = DATABASE.site().get(FileStore.class).open(hashes.getFirst()).readAllBytes();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", Photos.SECRET);
        assertThat(
                        DATABASE.count(
                                "select count(*) from image where id_text(id) like '0s0rvnd50p1d%'"))
                .isEqualTo(1);
    }

    @Test
    void aResourceComesWholeOrNotAtAll() throws IOException {
        String file = Base64.getEncoder().encodeToString(Papers.pdf(List.of("Hand hygiene")));
        int bytes = Papers.pdf(List.of("Hand hygiene")).length;
        DATABASE.empty();
        take(
                """
                {"type":"person","id":"p","handle":"ada"}
                {"type":"community","id":"c","name":"Valley"}
                {"type":"resource","id":"r1","community":"c","person":"p","title":"Whole","supersededBy":"r2","reviewOn":"2031-05-01"}
                {"type":"version","resource":"r1","number":1,"person":"p","body":"Words","state":"earlier"}
                {"type":"version","resource":"r1","number":3,"person":"p","name":"hands.pdf","bytes":%1$d}
                {"type":"versionData","resource":"r1","number":3,"data":"%2$s"}
                {"type":"resource","id":"r2","community":"c","person":"p","title":"Link","adapts":"r1","adaptation":"Shorter"}
                {"type":"version","resource":"r2","person":"p","url":"https://example.org/a"}
                {"type":"resource","id":"r3","community":"c","person":"p","title":"Cut"}
                {"type":"version","resource":"r3","person":"p","name":"hands.pdf","bytes":%3$d}
                {"type":"versionData","resource":"r3","data":"%2$s"}
                {"type":"resource","id":"r4","community":"c","person":"p","title":"Other bytes"}
                {"type":"version","resource":"r4","person":"p","name":"hands.pdf","bytes":%1$d,"hash":"%4$s"}
                {"type":"versionData","resource":"r4","data":"%2$s"}
                {"type":"resource","id":"r5","community":"c","person":"p","title":"Script"}
                {"type":"version","resource":"r5","person":"p","url":"javascript:alert(1)"}
                {"type":"resource","id":"r6","community":"c","person":"p","title":"Nothing read"}
                {"type":"version","resource":"r6","person":"p","body":"Words","state":"proposed"}
                {"type":"resource","id":"r7","community":"c","person":"nobody","title":"Whose?"}
                {"type":"version","resource":"r7","person":"p","body":"Words"}
                {"type":"version","resource":"r1","number":4,"person":"p","body":"Late","state":"earlier"}
                {"type":"resource","id":"r8","community":"c","person":"p","title":"Program"}
                {"type":"version","resource":"r8","person":"p","name":"run.exe","bytes":3}
                {"type":"versionData","resource":"r8","data":"TVqQ"}
                {"type":"collection","id":"l1","community":"c","title":"First days","holds":["r2","gone","r1"]}
                {"type":"collection","id":"l2","community":"c","title":"Within","in":"l1"}
                {"type":"collection","id":"l3","community":"c","title":"Deeper","in":"l2"}
                {"type":"practice","resource":"r9","person":"p"}
                {"type":"resource","id":"r10","community":"c","person":"p","title":"T","kind":"poem"}
                {"type":"version","resource":"r10","person":"p","url":"https://example.org","body":"Words"}
                """
                        .formatted(bytes, file, bytes + 1, "a".repeat(64)));

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "9: the file of version 1 is not whole",
                        "12: the file of version 1 is not whole",
                        "15: url cannot be taken",
                        "17: it must have one version that is read",
                        "19: the person nobody is not here",
                        "21: the line of its resource does not stand before it",
                        "22: the file of version 1 is none that a library takes",
                        "27: the collection l2 is not here",
                        "28: the resource r9 is not here",
                        "29: the kind \"poem\" is unknown",
                        "30: it must have one of name, url, body");
        assertThat(
                        DATABASE.rows(
                                "select r.source_id, r.current, r.review_on, s.source_id, o.source_id from resource r left join resource s on s.id = r.superseded_by left join resource o on o.id = r.adapts order by 1"))
                .containsExactly("r1|3|2031-05-01|r2|null", "r2|1|null|null|r1");
        assertThat(
                        DATABASE.rows(
                                "select l.title, string_agg(r.source_id, ' ' order by e.place) from collection l left join collection_entry e on e.collection_id = l.id left join resource r on r.id = e.resource_id group by l.id, l.title order by 1"))
                .containsExactly("First days|r2 r1", "Within|null");
        assertThat(DATABASE.count("select count(*) from membership where role = 'member'"))
                .as("whoever shared something belongs to its community")
                .isEqualTo(1);
    }

    @Test
    void countersAreThoseOfTheRows() {
        assertThat(
                        DATABASE.rows(
                                """
                                select p.source_id from post p
                                 where p.helpful <> (select count(*) from reaction r where r.post_id = p.id and r.kind = 'helpful')
                                    or p.same <> (select count(*) from reaction r where r.post_id = p.id and r.kind = 'same')
                                    or p.worked + p.partly + p.not_worked <> (select count(*) from reaction r where r.post_id = p.id and r.kind = 'tried')
                                    or p.helped <> exists (select 1 from helped h where h.post_id = p.id)
                                """))
                .isEmpty();
        assertThat(
                        DATABASE.rows(
                                "select source_id from discussion d where helped <> (select count(*) from post p where p.discussion_id = d.id and p.helped)"))
                .isEmpty();
    }

    @Test
    void whatCannotBeTakenIsNamedWithItsLineAndTheReason() throws IOException {
        take(
                """
                {"type":"reaction","post":"sample:d5.1","person":"sample:p1","kind":"liked"}
                {"type":"reaction","post":"sample:d5.1","person":"sample:p1","kind":"tried"}
                {"type":"reaction","post":"sample:d5.1","person":"sample:p1"}
                {"type":"reaction","post":"nowhere","person":"sample:p1","kind":"helpful"}
                {"type":"watch","person":"sample:p1","level":"every"}
                {"type":"watch","person":"sample:p1","level":"loud","community":"sample:c1"}
                {"type":"bookmark","person":"sample:p1","post":"sample:d5.1","remindOn":"soon"}
                {"type":"read","person":"sample:p1","discussion":"sample:d5","seen":"4-2"}
                {"type":"tag","community":"sample:c1","name":"a b","synonymOf":""}
                {"type":"revision","post":"sample:d5.1","author":"sample:p1","revision":1.5,"body":"x"}
                {"type":"introduction","community":"sample:c1","person":"sample:p1","who":" "}
                {"type":"moved","discussion":"sample:d5","post":"sample:d5.1","number":0}
                {"type":"tag","community":"sample:c1","name":"loop","synonymOf":"loop"}
                {"type":"discussion","id":"x","community":"sample:c1","author":"sample:p1","title":"T","progress":"solved"}
                """);

        assertThat(refused)
                .contains(
                        "1: the kind \"liked\" is unknown",
                        "2: what was tried, and that alone, has an outcome",
                        "3: kind is missing",
                        "4: the post nowhere is not here",
                        "5: it must name one of community, community and tag, discussion, author",
                        "6: the level \"loud\" is unknown",
                        "7: \"soon\" is not a day",
                        "8: seen is not numbers as 1-5,7",
                        "10: revision is not a whole number from 1 to 1000000",
                        "11: who is empty",
                        "12: number is not a whole number from 1 to 10000000",
                        "13: a tag is no synonym of itself",
                        "14: only a challenge makes progress")
                .hasSize(13);
    }

    private static void merge(String from, String into) {
        DATABASE.run(
                """
                do $$ declare a bigint; b bigint; begin
                    select id into a from discussion where source_id = '%s';
                    select id into b from discussion where source_id = '%s';
                    perform set_config('app.viewer', (select person_id::text from access
                        where community_id = (select community_id from discussion where id = a) and moderates limit 1), true);
                    assert merge_discussions(a, b, 500) = 'done';
                end $$
                """
                        .formatted(from, into));
    }

    private static String give(Export.Options options) throws IOException {
        var out = new ByteArrayOutputStream();
        DATABASE.site().get(Export.class).run(out, options, Watcher.SILENT);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Tally take(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
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

    /// Rows that no line stands for by itself: counters, states, places.
    private static List<String> content() {
        var rows = new ArrayList<String>();
        for (String query :
                List.of(
                        "select id, discussion_id, number, parent_id, path, helpful, same, same_places, thanks, worked, partly, not_worked, helped, state from post order by id",
                        "select id, community_id, state, posts, helped, progress, last_number, featured_at, conversation, closed_reason, parted, merged_into, split_from from discussion order by id",
                        "select id, slug, name, form, members, visibility from community order by id",
                        "select r.person_id, discussion_id, seen, posts_read, marked from reading_place r join discussion d on d.id = discussion_id where d.posts > 0 order by 1, 2",
                        "select post_id, revision, body, written_by from post_revision where not sealed order by 1, 2",
                        "select * from moved_post order by 1, 2",
                        "select community_id, name, description, main, visibility from tag order by 1, 2",
                        "select post_id, question, kind, most, open, results, ends_at, ended_at, ended_by, ballots, made_at from poll order by 1",
                        "select * from poll_option order by 1, 3",
                        "select * from poll_tally order by 1, 3, 4",
                        "select id, polled from post where polled order by 1",
                        "select id, community_id, kind, title, description, language, language_said, tags, keywords, authors, source, licence, journal, year, doi, pmid, abstract, adapts, adaptation, visibility, state, shared_by, shared_at, changed_at, current, official, review_on, superseded_by, practised, source_id from resource order by id",
                        "select resource_id, number, state, sealed, made_of, form, hash, name, type, bytes, url, body, html, note, made_by, made_at from resource_version where state <> 'declined' order by 1, 2",
                        "select id, community_id, parent_id, title, description, language, visibility, made_at, shown, source_id from collection order by id",
                        "select collection_id, resource_id, row_number() over (partition by collection_id order by place) from collection_entry order by 1, 3",
                        "select resource_id, person_id, note, at from resource_practice order by 1, 2",
                        "select i.*, s.* from image i join image_size s on s.image_id = i.id order by i.id, s.width",
                        "select * from image_in_post order by 1, 2",
                        "select person_id, time_zone, language from account order by 1",
                        "select * from watch order by 1, 2, 3, 4",
                        "select person_id, name, words, narrowed, from_day, to_day, within_id, sorted, literal, saved_at, looked_at, alerts_since is null from saved_search order by 1, 2",
                        "select person_id, content_type, content_id, discussion_id, open, note, remind_on from bookmark order by 1, 2, 3")) {
            rows.addAll(DATABASE.rows(query));
        }
        return rows;
    }
}
