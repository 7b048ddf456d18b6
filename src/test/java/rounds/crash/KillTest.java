package rounds.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.ChildServer;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// What was acknowledged is there, once, whenever the server is killed; and the index tells the
/// same as the database.
@Tag("packaged")
class KillTest {
    private static final int ROUNDS = Boolean.getBoolean("rounds.long") ? 200 : 20;

    /// Replies that are acknowledged between two kills, at the least.
    private static final int IN_A_ROUND = 6;

    private static final String HERE =
            "(select id from rounds.discussion where title = 'Under load')";
    private static final String SEEN =
            """
            select p.handle || ' ' || n, 1
              from rounds.reading_place r
              join rounds.person p on p.id = r.person_id
             cross join unnest(r.seen) g
             cross join generate_series(lower(g), upper(g) - 1) n
             where r.discussion_id = %s
            """
                    .formatted(HERE);

    /// Answers by others of which the person who opened was told never or more than once.
    private static final String TOLD =
            """
            select x.number, count(n.id)
              from rounds.post x
              join rounds.discussion d on d.id = x.discussion_id
              left join rounds.notification n on n.content_type = 'post' and n.content_id = x.id and n.person_id = d.opened_by
                   and n.reason <> 'mark'
             where d.id = %s and x.number > 1 and x.author_id <> d.opened_by
             group by x.number
            having count(n.id) <> 1
            """
                    .formatted(HERE);

    @TempDir Path folder;

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenTheServerIsKilled() throws Exception {
        var random = new Random(7);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        Set<String> tried = ConcurrentHashMap.newKeySet();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Set<String> begun = ConcurrentHashMap.newKeySet();
        try (var server = ChildServer.start(folder.resolve("home"))) {
            String discussion = Writers.openDiscussion(server);
            var sharers = new Sharers();
            for (int round = 1; round <= ROUNDS; round++) {
                try (Writers writers = Writers.start(server, discussion, acknowledged)) {
                    sharers.start(server);
                    awaitWriting(acknowledged, acknowledged.size() + IN_A_ROUND);
                    Thread.sleep(random.nextInt(800));
                    server.kill();
                    tried.addAll(writers.tried());
                    seen.addAll(writers.seen());
                    begun.addAll(writers.begun());
                }
                server.start();
            }
            Map<String, Integer> found = Writers.bodies(server, discussion);
            System.out.printf(
                    "%d kills, %d replies and %d files acknowledged%n",
                    ROUNDS, acknowledged.size(), sharers.shared());

            assertThat(acknowledged.size())
                    .as("the writers must have written")
                    .isGreaterThanOrEqualTo(ROUNDS * IN_A_ROUND);
            assertThat(acknowledged.values())
                    .allSatisfy(body -> assertThat(found).containsKey(body));
            assertThat(tried).as("reactions must have been taken").isNotEmpty();
            Map<String, Integer> said = Writers.reactions(server, discussion);
            assertThat(tried).allSatisfy(post -> assertThat(said.get(post)).isEqualTo(1));
            assertThat(said.values()).as("doubled reactions").allMatch(count -> count <= 1);
            assertThat(found.values()).as("doubled posts").allMatch(count -> count == 1);
            assertThat(sharers.shared()).as("files must have been shared").isPositive();
            sharers.assertNothingLost(server);
            var look = new Look(server.home());
            assertThat(begun).as("drafts must have been begun").isNotEmpty();
            assertThat(
                            look.pairs(
                                    "select body, count(*) from rounds.draft where body like 'Begun %' group by 1"))
                    .as("drafts that were acknowledged")
                    .containsKeys(begun.toArray(String[]::new))
                    .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
            assertThat(seen).as("places must have been kept").isNotEmpty();
            assertThat(look.pairs(SEEN).keySet())
                    .as("places that were acknowledged")
                    .containsAll(seen);
            assertThat(toldOnce(look))
                    .as("answers that the opener was told of otherwise than once")
                    .isEmpty();
            ChildServer.Ran check = server.run("check");
            assertThat(check.exitCode()).as(check.output()).isZero();
        }
    }

    /// However slow the machine is: until so much has been acknowledged, or half a minute has
    /// passed.
    private static void awaitWriting(Map<String, String> acknowledged, int count) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (acknowledged.size() < count && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// When all has been told, or half a minute has passed.
    private static Map<String, Long> toldOnce(Look look) throws SQLException {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Map<String, Long> otherwise = look.pairs(TOLD);
        while (!otherwise.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(200_000_000);
            otherwise = look.pairs(TOLD);
        }
        return otherwise;
    }
}
