package rounds.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.Api;
import rounds.support.ChildServer;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// What was acknowledged is there, once, whenever the server is killed; and the index tells the
/// same as the database.
@Tag("packaged")
class KillTest {
    private static final int ROUNDS = Boolean.getBoolean("rounds.long") ? 200 : 20;
    private static final int WRITERS = 16;
    private static final List<String> PEOPLE =
            List.of("amara.diallo", "noor.haddad", "carla.mendes", "ruth.abara");

    @TempDir Path folder;

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenTheServerIsKilled() throws Exception {
        var random = new Random(7);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        try (var server = ChildServer.start(folder.resolve("home"))) {
            String discussion = openDiscussion(server);
            for (int round = 1; round <= ROUNDS; round++) {
                writeUntilKilled(server, discussion, acknowledged, 300 + random.nextInt(1_200));
                server.start();
            }
            Map<String, Integer> found = bodies(server, discussion);
            System.out.printf("%d kills, %d replies acknowledged%n", ROUNDS, acknowledged.size());

            assertThat(acknowledged.size())
                    .as("the writers must have written")
                    .isGreaterThan(ROUNDS * 5);
            assertThat(acknowledged.values())
                    .allSatisfy(body -> assertThat(found).containsKey(body));
            assertThat(found.values()).as("doubled posts").allMatch(count -> count == 1);
            ChildServer.Ran check = server.run("check");
            assertThat(check.exitCode()).as(check.output()).isZero();
        }
    }

    private static String openDiscussion(ChildServer server) {
        return api(server, PEOPLE.getFirst())
                .post(
                        "/api/v1/communities/emr-valley/discussions",
                        Map.of(
                                "kind",
                                "discussion",
                                "title",
                                "Under load",
                                "body",
                                "Written to be answered.",
                                "tags",
                                List.of(),
                                "language",
                                "en"),
                        UUID.randomUUID().toString())
                .body()
                .get("id")
                .asText();
    }

    private static void writeUntilKilled(
            ChildServer server, String discussion, Map<String, String> acknowledged, int lifetimeMs)
            throws InterruptedException {
        var apis = new HashMap<String, Api>();
        PEOPLE.forEach(person -> apis.put(person, api(server, person)));
        var running = new AtomicBoolean(true);
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            Api api = apis.get(PEOPLE.get(i % PEOPLE.size()));
            writers.add(
                    Thread.ofVirtual().start(() -> write(api, discussion, acknowledged, running)));
        }
        Thread.sleep(lifetimeMs);
        server.kill();
        running.set(false);
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void write(
            Api api, String discussion, Map<String, String> acknowledged, AtomicBoolean running) {
        while (running.get()) {
            String key = UUID.randomUUID().toString();
            String body = "Reply " + key;
            try {
                Api.Answer answer =
                        api.post(
                                "/api/v1/discussions/" + discussion + "/posts",
                                Map.of("body", body),
                                key);
                if (answer.status() == 201) {
                    acknowledged.put(key, body);
                    // The same again, as after an answer that was lost on its way.
                    api.post(
                            "/api/v1/discussions/" + discussion + "/posts",
                            Map.of("body", body),
                            key);
                }
            } catch (UncheckedIOException e) {
                return;
            }
        }
    }

    private static Map<String, Integer> bodies(ChildServer server, String discussion) {
        Api api = api(server, PEOPLE.getFirst());
        var bodies = new HashMap<String, Integer>();
        String path = "/api/v1/discussions/" + discussion + "/posts?view=time&limit=100";
        String next = path;
        while (next != null) {
            JsonNode page = api.get(next).body();
            page.get("items")
                    .forEach(post -> bodies.merge(post.get("body").asText(), 1, Integer::sum));
            next = page.hasNonNull("next") ? path + "&after=" + page.get("next").asText() : null;
        }
        return bodies;
    }

    private static Api api(ChildServer server, String handle) {
        return new Api(server.address("").toString()).signIn(handle, ChildServer.PASSWORD);
    }
}
