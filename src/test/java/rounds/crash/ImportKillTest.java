package rounds.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.ChildServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// An import that is killed at any moment and run again until it ends: each post is there once.
@Tag("packaged")
class ImportKillTest {
    private static final boolean LONG = Boolean.getBoolean("rounds.long");
    private static final int KILLS = LONG ? 40 : 3;
    private static final int POSTS = LONG ? 120_000 : 9_000;
    private static final int DISCUSSIONS = 200;
    private static final int PEOPLE = 40;
    private static final String IDS = "select source_id, id from rounds.post";

    private final Random random = new Random(11);
    private final Map<String, Long> idsSeen = new HashMap<>();

    @TempDir Path folder;

    @Test
    void anImportKilledWithoutAServerEndsWithEachPostOnce() throws Exception {
        var product = ChildServer.stopped(folder.resolve("home")).with("ROUNDS_SAMPLE", "false");
        killAndRepeat(product);
        product.start();
        try (product) {
            assertWhole(product);
        }
    }

    @Test
    void anImportKilledBesideTheServerEndsWithEachPostOnce() throws Exception {
        var product = ChildServer.stopped(folder.resolve("home")).with("ROUNDS_SAMPLE", "false");
        product.start();
        try (product) {
            killAndRepeat(product);
            assertWhole(product);
        }
    }

    private void killAndRepeat(ChildServer product) throws Exception {
        Path file = write(folder.resolve("valley.jsonl"));
        var look = new Look(product.home());
        int midway = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long reached = killAfter(product, file, look, (long) POSTS * kill / KILLS);
            if (reached > 0) {
                midway++;
            }
        }
        ChildServer.Ran last = product.run("import", file.toString());

        System.out.printf(
                "import: %d kills, %d of them midway; %s%n",
                KILLS, midway, last.output().lines().reduce("", (_, line) -> line));
        assertThat(last.exitCode()).as(last.output()).isZero();
        assertThat(last.output()).contains("rejected: 0.");
        assertThat(midway).as("kills that hit the writing").isGreaterThanOrEqualTo(KILLS / 2);
    }

    /// Kills the import once so many posts are there, and a random moment later.
    ///
    /// @return the posts that were seen last
    private long killAfter(ChildServer product, Path file, Look look, long posts)
            throws InterruptedException {
        Process running = product.begin("import", file.toString());
        long there = 0;
        while (running.isAlive() && there <= posts) {
            try {
                there = look.count("select count(*) from rounds.post");
                if (there > posts) {
                    look.pairs(IDS).forEach(this::keepsItsId);
                }
            } catch (SQLException notYet) {
                Thread.sleep(20);
            }
        }
        assertThat(running.isAlive()).as("still importing when it is killed").isTrue();
        Thread.sleep(random.nextInt(200));
        running.destroyForcibly().waitFor();
        return there;
    }

    private void keepsItsId(String source, long id) {
        assertThat(idsSeen.putIfAbsent(source, id)).as(source).isIn(null, id);
    }

    private void assertWhole(ChildServer product) throws SQLException {
        var look = new Look(product.home());
        Map<String, Long> ids = look.pairs(IDS);
        assertThat(ids).hasSize(POSTS).containsAllEntriesOf(idsSeen);
        assertThat(look.count("select count(*) from rounds.post")).isEqualTo(POSTS);
        assertThat(look.count("select count(*) from rounds.person")).isEqualTo(PEOPLE);
        assertThat(look.count("select count(*) from rounds.discussion")).isEqualTo(DISCUSSIONS);
        assertThat(
                        look.count(
                                """
                                select count(*)
                                  from rounds.discussion d
                                  join (select discussion_id, count(*) as posts, max(number) as last_number, max(posted_at) as last_at
                                          from rounds.post group by 1) p on p.discussion_id = d.id
                                 where d.state <> 'visible'
                                    or (d.posts, d.last_number, d.last_at) is distinct from (p.posts, p.last_number, p.last_at)
                                """))
                .as("discussions with wrong counters")
                .isZero();
        assertThat(
                        look.count(
                                """
                                select count(*) from rounds.community c
                                 where c.members <> (select count(*) from rounds.access a where a.community_id = c.id)
                                    or c.members <> (select count(distinct author_id) from rounds.post p where p.community_id = c.id)
                                """))
                .as("communities with wrong counters")
                .isZero();
        assertThat(
                        look.count(
                                """
                                select count(*) from
                                  (select 1 from rounds.change_log group by content_type, content_id having count(*) > 1) twice
                                """))
                .as("contents announced twice")
                .isZero();
        ChildServer.Ran check = product.run("check");
        assertThat(check.exitCode()).as(check.output()).isZero();
    }

    /// Two communities whose discussions go on side by side; answers that come before what they
    /// answer wait for it.
    private Path write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int person = 0; person < PEOPLE; person++) {
                line(
                        out,
                        "{'type':'person','id':'u%d','handle':'person%d','name':'Person %d','email':'p%d@example.test'}",
                        person,
                        person,
                        person,
                        person);
            }
            for (String community : new String[] {"a", "b"}) {
                line(
                        out,
                        "{'type':'community','id':'%s','slug':'valley-%s','name':'Valley','visibility':'private'}",
                        community,
                        community);
            }
            for (int post = 0; post < POSTS; post++) {
                int discussion = post % DISCUSSIONS;
                if (post < DISCUSSIONS) {
                    line(
                            out,
                            "{'type':'discussion','id':'d%d','community':'%s','author':'u%d','title':'Topic %d','created':'2026-01-01T00:00:00Z'}",
                            discussion,
                            discussion % 2 == 0 ? "a" : "b",
                            author(discussion),
                            discussion);
                }
                // Every seventh answers the one after it in the file, so that it must wait.
                int answers =
                        post % 7 == 3 && post + DISCUSSIONS < POSTS
                                ? post + DISCUSSIONS
                                : discussion;
                line(
                        out,
                        "{'type':'post','id':'x%d','discussion':'d%d','author':'u%d','created':%d,'body':'Words of *post* %d, and of person %d.'%s}",
                        post,
                        discussion,
                        author(post),
                        1_767_225_600_000L + post * 1_000L,
                        post,
                        author(post),
                        post < DISCUSSIONS ? "" : ",'replyTo':'x" + answers + "'");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    private static int author(int post) {
        return (post * 13 + post / DISCUSSIONS) % PEOPLE;
    }

    private static void line(Writer out, String line, Object... values) throws IOException {
        out.write(String.format(line, values).replace('\'', '"') + "\n");
    }
}
