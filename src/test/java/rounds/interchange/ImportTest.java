package rounds.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Statements;
import rounds.support.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;

class ImportTest {
    private static final TestDatabase DATABASE = TestDatabase.running();

    private static final String PEOPLE =
            """
            {"type":"person","id":"p1","handle":"ada.stone","name":"Ada Stone","email":"Ada@Example.test ","created":"2026-01-01T00:00:00Z"}
            {"type":"person","id":"p2","handle":"ben","name":"Ben","email":"ben@example.test","created":"-P30D"}
            """;

    private static final String COMMUNITY =
            """
            {"type":"community","id":"c1","slug":"valley","name":"The valley","visibility":"private","languages":["fr","en"],"createdBy":"p1","created":"2026-01-01T00:00:00Z"}
            """;

    private static final String DISCUSSION =
            """
            {"type":"discussion","id":"d1","community":"c1","author":"p1","kind":"challenge","title":"Nights","tags":["Two Words","État"],"created":"2026-01-02T00:00:00Z","closed":true}
            {"type":"post","id":"x1","discussion":"d1","author":"p1","created":"2026-01-02T00:00:00Z","body":"First *words*"}
            {"type":"post","id":"x2","discussion":"d1","author":"p2","replyTo":"x1","created":"2026-01-03T00:00:00Z","body":"Answer"}
            {"type":"post","id":"x3","discussion":"d1","author":"p1","replyTo":"x2","created":1767484800000,"language":"en","body":"And again"}
            {"type":"post","id":"x4","discussion":"d1","author":"p2","created":"2026-01-05T00:00:00Z","body":"Beside"}
            """;

    private final List<String> refusals = new ArrayList<>();
    private final Watcher watcher =
            new Watcher() {
                @Override
                public void refused(int line, String reason) {
                    refusals.add(line + ": " + reason);
                }
            };

    @BeforeEach
    void emptyTheDatabase() {
        DATABASE.empty();
    }

    @Test
    void takesPeopleCommunitiesAndThreadsIn() throws IOException {
        Tally tally = run(PEOPLE + COMMUNITY + DISCUSSION);

        assertThat(refusals).isEmpty();
        assertThat(tally).isEqualTo(new Tally(2, 1, 0, 1, 4, 0, 0));
        assertThat(
                        DATABASE.rows(
                                "select number, parent_number, path, depth, language, visibility, source_id from post order by number"))
                .containsExactly(
                        "1|null|0000001|0|fr|private|x1",
                        "2|1|00000010000002|1|fr|private|x2",
                        "3|2|000000100000020000003|2|en|private|x3",
                        "4|1|00000010000004|1|fr|private|x4");
        assertThat(DATABASE.rows("select html from post where number = 1"))
                .containsExactly("<p>First <em>words</em></p>\n");
        assertThat(
                        DATABASE.rows(
                                "select state, kind, tags, last_number, posts, gone, closed_at = last_at, last_at = '2026-01-05T00:00:00Z' from discussion"))
                .containsExactly("visible|challenge|{two-words,état}|4|4|0|t|t");
        assertThat(
                        DATABASE.rows(
                                "select p.handle, a.email, a.confirmed_at is not null, a.password_hash from account a join person p on p.id = a.person_id order by 1"))
                .containsExactly(
                        "ada.stone|ada@example.test|t|null", "ben|ben@example.test|t|null");
        assertThat(
                        DATABASE.rows(
                                "select p.handle, roles from access a join person p on p.id = a.person_id order by 1"))
                .as("who wrote is a member")
                .containsExactly("ada.stone|{member}", "ben|{member}");
        assertThat(
                        DATABASE.rows(
                                "select content_type, count(*) from change_log group by 1 order by 1"))
                .containsExactly("community|1", "discussion|1", "person|2", "post|3");
    }

    @Test
    void doublesNothingTheSecondTime() throws IOException {
        String membership =
                "{\"type\":\"membership\",\"community\":\"c1\",\"person\":\"p2\",\"roles\":[\"chair\"],\"from\":\"-P9D\",\"to\":\"-P2D\"}\n";
        run(PEOPLE + COMMUNITY + membership + DISCUSSION);
        String before = everything();

        Tally again = run(PEOPLE + COMMUNITY + membership + DISCUSSION);

        assertThat(again).isEqualTo(new Tally(0, 0, 0, 0, 0, 9, 0));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void membershipsOfABatchGoInByOneStatementAndOneThatIsSaidTwiceCountsOnce() throws IOException {
        String chair =
                "{\"type\":\"membership\",\"community\":\"c1\",\"person\":\"p2\",\"roles\":[\"chair\"],\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-02-01T00:00:00Z\"}\n";
        String member =
                "{\"type\":\"membership\",\"community\":\"c1\",\"person\":\"p1\",\"roles\":[],\"from\":\"2026-01-01T00:00:00Z\"}\n";
        var tally = new AtomicReference<Tally>();

        List<String> asked =
                Statements.of(() -> {
                    try {
                        tally.set(run(PEOPLE + COMMUNITY + chair + " " + chair + member));
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                });

        assertThat(tally.get()).isEqualTo(new Tally(2, 1, 2, 0, 0, 1, 0));
        assertThat(DATABASE.rows("select role, until_at is null from membership order by 1, 2"))
                .containsExactly("chair|f", "member|f", "member|t");
        assertThat(asked.stream().filter(one -> one.contains("insert into membership"))).hasSize(1);
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        run(
                PEOPLE
                        + COMMUNITY
                        + DISCUSSION.lines().limit(3).reduce("", (all, line) -> all + line + "\n"));

        run(PEOPLE + COMMUNITY + DISCUSSION);

        assertThat(DATABASE.rows("select posts, last_number from discussion"))
                .containsExactly("4|4");
    }

    @Test
    void rejectsABadLineWithItsNumberAndReasonAndGoesOn() throws IOException {
        Tally tally =
                run(
                        """
                        not json
                        {"type":"person","handle":"x"}
                        {"type":"spell","id":1}
                        {"type":"person","id":"p9","handle":"x","email":"nowhere"}
                        [1,2]
                        {"type":"post","id":"x9","discussion":"none","author":"p1","body":"Lost"}

                        {"type":"post","id":"x8","discussion":"d1","author":"p1","replyTo":"x77","body":"Lost"}
                        {"type":"post","id":"x7","discussion":"d1","author":"p1","body":" "}
                        {"type":"post","id":"x6","discussion":"d1","author":"p1","body":"When?","created":"yesterday"}
                        {"type":"discussion","id":"d2","community":"c1","author":"p1","title":"Nobody wrote"}
                        """
                                + PEOPLE
                                + COMMUNITY
                                + DISCUSSION);

        assertThat(refusals)
                .containsExactlyInAnyOrder(
                        "1: is not JSON",
                        "2: id is missing",
                        "3: the type \"spell\" is unknown",
                        "4: \"nowhere\" is not an e-mail address",
                        "5: is not a JSON object",
                        "6: the discussion none is not here",
                        "8: the post it answers, x77 is not here",
                        "9: body is empty",
                        "10: \"yesterday\" is not a time",
                        "11: the discussion has no opening post");
        assertThat(tally.posts()).isEqualTo(4);
        assertThat(tally.discussions()).isEqualTo(1);
        assertThat(tally.refused()).isEqualTo(10);
    }

    @Test
    void findsTheOneLineThatOnlyTheDatabaseRefuses() throws IOException {
        DATABASE.run("alter table post add constraint no_cats check (body <> 'Cats')");
        try {
            Tally tally = run(PEOPLE + COMMUNITY + DISCUSSION.replace("Answer", "Cats"));

            assertThat(tally.posts()).isEqualTo(2);
            assertThat(refusals)
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith("6: the database refuses it");
            assertThat(refusals.getLast()).isEqualTo("7: the post it answers, x2 is not here");
            assertThat(DATABASE.rows("select last_number, posts from discussion"))
                    .containsExactly("2|2");
        } finally {
            DATABASE.run("alter table post drop constraint no_cats");
        }
    }

    @Test
    void takesLinesInAnyOrder() throws IOException {
        String backwards =
                (PEOPLE + COMMUNITY + DISCUSSION)
                        .lines().toList().reversed().stream()
                                .map(line -> line + "\n")
                                .reduce("", String::concat);

        // The answer without a parent would open the discussion, so it says that it does not.
        Tally tally =
                run(
                        backwards.replace(
                                "\"body\":\"Beside\"", "\"first\":false,\"body\":\"Beside\""));

        assertThat(refusals).isEmpty();
        assertThat(tally).isEqualTo(new Tally(2, 1, 0, 1, 4, 0, 0));
        assertThat(DATABASE.rows("select source_id, depth from post where number = 1"))
                .containsExactly("x1|0");
    }

    @Test
    void readsTheNamesOfTheBenchmarksDataSet() throws IOException {
        Tally tally =
                run(
                        """
                        {"type":"category","id":1,"name":"Women's Health","description":"Questions","order":1}
                        {"type":"category","id":2,"name":"Womens health","description":"Another","order":2}
                        {"type":"user","id":1,"username":"anna_berg1","email":"anna@example.test","admin":true,"created":1667260800000}
                        {"type":"user","id":2,"username":"anna.bergl","email":"anna2@example.test","admin":false,"created":1667260800000}
                        {"type":"topic","id":1,"category":1,"user":1,"title":"Sleep?","tags":["sleep"],"created":1667260800000}
                        {"type":"post","id":1,"topic":1,"user":1,"first":true,"reply_to":null,"created":1667260800000,"content":"How?"}
                        {"type":"post","id":2,"topic":1,"user":2,"first":false,"reply_to":null,"created":1667260900000,"content":"So."}
                        {"type":"post","id":3,"topic":1,"user":1,"first":false,"reply_to":2,"created":1667261000000,"content":"Thanks."}
                        """);

        assertThat(refusals).isEmpty();
        assertThat(tally).isEqualTo(new Tally(2, 2, 0, 1, 3, 0, 0));
        assertThat(
                        DATABASE.rows(
                                "select slug, visibility, purpose from community order by source_id"))
                .containsExactly(
                        "womens-health|public|Questions", "womens-health-2|public|Another");
        assertThat(DATABASE.rows("select handle, name from person order by source_id"))
                .as("one may not be taken for the other")
                .containsExactly("anna-berg1|anna_berg1", "anna.bergl-2|anna.bergl");
        assertThat(DATABASE.rows("select depth, source_id from post order by number"))
                .containsExactly("0|1", "1|2", "2|3");
        assertThat(DATABASE.count("select count(*) from account where admin")).isZero();
    }

    @Test
    void makesAdministratorsOnlyWhenTold() throws IOException {
        String admin =
                "{\"type\":\"user\",\"id\":1,\"username\":\"anna\",\"email\":\"anna@example.test\",\"admin\":true}\n";
        run(admin, new Import.Options("old", true));

        assertThat(
                        DATABASE.rows(
                                "select p.source_id, a.admin from account a join person p on p.id = a.person_id"))
                .containsExactly("old:1|t");
    }

    @Test
    void somebodyWhoseAddressIsHereIsThatPerson() throws IOException {
        run(PEOPLE, new Import.Options("first", false));

        Tally tally = run(PEOPLE + COMMUNITY + DISCUSSION, new Import.Options("second", false));

        assertThat(refusals).isEmpty();
        assertThat(tally.people()).isZero();
        assertThat(DATABASE.count("select count(*) from person")).isEqualTo(2);
        assertThat(DATABASE.count("select count(*) from post")).isEqualTo(4);
    }

    @Test
    void keepsAMemberOutWhoLeft() throws IOException {
        run(PEOPLE + COMMUNITY + DISCUSSION);
        DATABASE.run(
                "update membership set until_at = now() where person_id = (select id from person where handle = 'ben')");

        run(PEOPLE + COMMUNITY + DISCUSSION.replace("x4", "x5"));

        assertThat(
                        DATABASE.rows(
                                "select p.handle from access a join person p on p.id = a.person_id"))
                .containsExactly("ada.stone");
    }

    @Test
    void readsCompressedFilesAndOtherLineEnds() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(
                    (PEOPLE + COMMUNITY + DISCUSSION)
                            .replace("\n", "\r\n")
                            .stripTrailing()
                            .getBytes(StandardCharsets.UTF_8));
        }
        byte[] file = bytes.toByteArray();

        Tally tally =
                importer()
                        .run(
                                () -> new ByteArrayInputStream(file),
                                new Import.Options(null, false),
                                watcher);

        assertThat(refusals).isEmpty();
        assertThat(tally.posts()).isEqualTo(4);
    }

    @Test
    void rejectsALineOfManyMegabytesWithoutHoldingIt() throws IOException {
        run("{\"type\":\"person\",\"id\":\"" + "x".repeat(5_000_000) + "\"}\n" + PEOPLE);

        assertThat(refusals).containsExactly("1: is longer than 1048576 bytes");
        assertThat(DATABASE.count("select count(*) from person")).isEqualTo(2);
    }

    private Tally run(String lines) throws IOException {
        return run(lines, new Import.Options(null, false));
    }

    private Tally run(String lines, Import.Options options) throws IOException {
        refusals.clear();
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return importer().run(() -> new ByteArrayInputStream(bytes), options, watcher);
    }

    private static Import importer() {
        return DATABASE.site().get(Import.class);
    }

    private static String everything() {
        return String.join(
                "\n",
                DATABASE.rows(
                        """
                        select 'post', id::text, number::text, path, body from post
                        union all select 'discussion', id::text, posts::text, last_number::text, title from discussion
                        union all select 'membership', id::text, role, from_at::text, until_at::text from membership
                        union all select 'community', id::text, slug, members::text, name from community
                        union all select 'person', id::text, handle, name, source_id from person
                        union all select 'change', id::text, '', '', '' from change_log
                        order by 1, 2
                        """));
    }
}
