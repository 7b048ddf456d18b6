package rounds.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.ChildServer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What was acknowledged is there, once, whenever the server is killed; and the index tells the
/// same as the database.
@Tag("packaged")
class KillTest {
    private static final int ROUNDS = Boolean.getBoolean("rounds.long") ? 200 : 20;

    @TempDir Path folder;

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenTheServerIsKilled() throws Exception {
        var random = new Random(7);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        Set<String> tried = ConcurrentHashMap.newKeySet();
        try (var server = ChildServer.start(folder.resolve("home"))) {
            String discussion = Writers.openDiscussion(server);
            for (int round = 1; round <= ROUNDS; round++) {
                try (Writers writers = Writers.start(server, discussion, acknowledged)) {
                    Thread.sleep(300 + random.nextInt(1_200));
                    server.kill();
                    tried.addAll(writers.tried());
                }
                server.start();
            }
            Map<String, Integer> found = Writers.bodies(server, discussion);
            System.out.printf("%d kills, %d replies acknowledged%n", ROUNDS, acknowledged.size());

            assertThat(acknowledged.size())
                    .as("the writers must have written")
                    .isGreaterThan(ROUNDS * 5);
            assertThat(acknowledged.values())
                    .allSatisfy(body -> assertThat(found).containsKey(body));
            assertThat(tried).as("reactions must have been taken").isNotEmpty();
            Map<String, Integer> said = Writers.reactions(server, discussion);
            assertThat(tried).allSatisfy(post -> assertThat(said.get(post)).isEqualTo(1));
            assertThat(said.values()).as("doubled reactions").allMatch(count -> count <= 1);
            assertThat(found.values()).as("doubled posts").allMatch(count -> count == 1);
            ChildServer.Ran check = server.run("check");
            assertThat(check.exitCode()).as(check.output()).isZero();
        }
    }
}
