package rounds.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.ProblemException;
import rounds.support.TestDatabase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What is given out and taken in again is the same.
class ExportTest {
    private static final TestDatabase DATABASE = TestDatabase.running();

    private static final String SITE =
            """
            {"type":"person","id":"p1","handle":"ada.stone","name":"Ada Stone","email":"ada@example.test","admin":true,"profession":"Nurse","organisation":"Hillside","place":"Valley","about":"Nights.","expertise":["wounds","a, \\"b\\""],"emr":["OSCAR"],"languages":["en","fr"],"created":"2026-01-01T00:00:00Z"}
            {"type":"person","id":"p2","handle":"ben","name":"Ben","email":"ben@example.test","created":"2026-01-01T00:00:00Z"}
            {"type":"person","id":"p3","handle":"cleo","name":"Cléo","email":"cleo@example.test","created":"2026-01-01T00:00:00Z"}
            {"type":"community","id":"c1","slug":"valley","name":"The valley","purpose":"Why","audience":"Who","visibility":"private","languages":["fr","en"],"createdBy":"p1","reviewFirstPosts":true,"membersMayInvite":false,"created":"2026-01-01T00:00:00Z"}
            {"type":"community","id":"c2","slug":"hill","name":"The hill","visibility":"public","languages":["en"],"createdBy":"p3","created":"2026-01-01T00:00:00Z"}
            {"type":"membership","community":"c1","person":"p1","roles":["chair"],"from":"2026-01-01T00:00:00Z"}
            {"type":"membership","community":"c1","person":"p2","roles":["moderator"],"from":"2026-01-01T00:00:00.123456Z","to":"2026-02-01T00:00:00Z"}
            {"type":"membership","community":"c1","person":"p2","roles":[],"from":"2026-03-01T00:00:00Z"}
            {"type":"discussion","id":"d1","community":"c1","author":"p1","kind":"challenge","title":"Nights","tags":["nights"],"created":"2026-01-02T00:00:00Z","pinned":true,"closed":"2026-05-01T00:00:00Z","closedBy":"p1"}
            {"type":"post","id":"x1","discussion":"d1","author":"p1","created":"2026-01-02T00:00:00Z","body":"First\\n\\n- *words*\\n- «deux»","edited":"2026-01-02T01:00:00Z"}
            {"type":"post","id":"x2","discussion":"d1","author":"p2","replyTo":"x1","created":"2026-01-03T00:00:00Z","body":"Hidden","state":"hidden","goneReason":"rude","language":"en"}
            {"type":"post","id":"x3","discussion":"d1","author":"p1","replyTo":"x2","created":"2026-01-04T00:00:00Z","state":"deleted"}
            {"type":"post","id":"x4","discussion":"d1","author":"p2","replyTo":"x3","created":"2026-01-05T00:00:00Z","body":"Beside","visibility":"public"}
            {"type":"discussion","id":"d2","community":"c2","author":"p3","kind":"question","title":"Hills?","created":"2026-01-02T00:00:00Z"}
            {"type":"post","id":"x5","discussion":"d2","author":"p3","created":"2026-01-02T00:00:00Z","body":"Why?"}
            """;

    @BeforeEach
    void aSite() throws IOException {
        DATABASE.empty();
        take(SITE);
    }

    @Test
    void comesBackTheSameWithItsIds() throws IOException {
        String first = give(new Export.Options(null, true));
        String rows = content();
        assertThat(first.lines()).hasSize(16);

        DATABASE.empty();
        Tally tally = take(first);

        assertThat(tally).isEqualTo(new Tally(3, 2, 4, 2, 5, 0, 0));
        assertThat(content()).isEqualTo(rows);
        assertThat(give(new Export.Options(null, true))).isEqualTo(first);
    }

    @Test
    void takenInWhereItCameFromItChangesNothing() throws IOException {
        // Written here, so without a source.
        DATABASE.run(
                "update post set source_id = null; update discussion set source_id = null; update community set source_id = null; update person set source_id = null");
        String file = give(new Export.Options(null, true));
        String rows = content();

        Tally tally = take(file);

        assertThat(tally).isEqualTo(new Tally(0, 0, 0, 0, 0, 16, 0));
        assertThat(content()).isEqualTo(rows);
    }

    @Test
    void oneCommunityComesWithItsPeopleOnly() throws IOException {
        String file = give(new Export.Options("valley", false));

        assertThat(file).contains("Ada Stone", "Ben", "Nights").doesNotContain("Cléo", "Hills?");
        assertThat(file)
                .as("addresses are told only when asked for")
                .doesNotContain("@example.test")
                .doesNotContain("\"admin\"");

        DATABASE.empty();
        take(file);
        assertThat(DATABASE.count("select count(*) from post")).isEqualTo(4);
        assertThat(DATABASE.count("select count(*) from account")).isZero();
    }

    @Test
    void wordsThatWereDeletedStayBehind() throws IOException {
        DATABASE.run("update post set body = 'secret' where source_id = 'x3'");

        assertThat(give(new Export.Options(null, true)))
                .doesNotContain("secret")
                .contains("Hidden");
    }

    @Test
    void anUnknownCommunityIsAProblem() {
        assertThatThrownBy(() -> give(new Export.Options("nowhere", true)))
                .isInstanceOf(ProblemException.class);
    }

    private static String give(Export.Options options) throws IOException {
        var out = new ByteArrayOutputStream();
        DATABASE.site().get(Export.class).run(out, options, Watcher.SILENT);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Tally take(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        List<String> refused = new java.util.ArrayList<>();
        Tally tally =
                DATABASE.site()
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
        assertThat(refused).isEmpty();
        return tally;
    }

    private static String content() {
        return String.join(
                        "\n",
                        DATABASE.rows(
                                """
                                select 'post', id, number, parent_id, path, depth, state, gone_reason, visibility, language, posted_at, edited_at, body, source_id from post order by id
                                """))
                + String.join(
                        "\n",
                        DATABASE.rows(
                                "select id, community_id, kind, title, tags, visibility, state, opened_by, opened_at, last_at, last_by, last_number, posts, gone, pinned_at, closed_at, closed_by, source_id from discussion order by id"))
                + String.join("\n", DATABASE.rows("select c.*, null from community c order by id"))
                + String.join(
                        "\n",
                        DATABASE.rows(
                                "select community_id, person_id, role, from_at, until_at from membership order by 1, 2, 3, 4"))
                + String.join(
                        "\n",
                        DATABASE.rows(
                                "select p.*, a.email, a.admin from person p join account a on a.person_id = p.id order by id"));
    }
}
