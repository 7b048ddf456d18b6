package rounds.crash;

import static org.assertj.core.api.Assertions.assertThat;

import rounds.support.Api;
import rounds.support.ChildServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// People who share one file after the other with a library, each until that is acknowledged, and
/// once more, as after an answer that was lost on its way.
final class Sharers {
    private static final String PATH = "/api/v1/communities/emr-valley/resources";
    private static final int SHARERS = 4;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(3);
    private static final String HELD =
            "select id::text, 1 from rounds.resource_version where state = 'held'";

    /// The hash of what was acknowledged, by the id of its resource.
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    int shared() {
        return acknowledged.size();
    }

    /// Until the server is gone.
    void start(ChildServer server) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Api api = Writers.api(server, "carla.mendes");
                        for (int sharer = 0; sharer < SHARERS; sharer++) {
                            Thread.ofVirtual().start(() -> shareOn(api));
                        }
                    } catch (UncheckedIOException | AssertionError serverGone) {
                        // Nothing more to share with.
                    }
                });
    }

    private void shareOn(Api api) {
        try {
            while (true) {
                share(api);
            }
        } catch (UncheckedIOException serverGone) {
            // Nothing more to share with.
        }
    }

    private void share(Api api) {
        String key = UUID.randomUUID().toString();
        byte[] file = ("Words of " + key + ". ").repeat(500).getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = Map.of("title", "Shared " + key, "kind", "tool");
        Api.Answer answer = api.postFile(PATH, fields, "words.txt", file, key);
        while (answer.status() != 201) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = api.postFile(PATH, fields, "words.txt", file, key);
        }
        acknowledged.put(answer.body().get("id").asText(), hash(file));
        api.postFile(PATH, fields, "words.txt", file, key);
    }

    /// What was acknowledged is there once, with its bytes; and no row names a file that is not
    /// there, whole.
    void assertNothingLost(ChildServer server) throws SQLException, IOException {
        Api api = Writers.api(server, "noor.haddad");
        var look = new Look(server.home());
        awaitLookedAt(look);
        for (Map.Entry<String, String> one : acknowledged.entrySet()) {
            assertThat(hash(api.bytes("/api/v1/resources/" + one.getKey() + "/file")))
                    .isEqualTo(one.getValue());
        }
        assertThat(
                        look.pairs(
                                "select title, count(*) from rounds.resource where title like 'Shared %' group by 1 having count(*) > 1"))
                .as("shared twice")
                .isEmpty();
        Set<String> named =
                look.pairs(
                                """
                                select hash, 1 from rounds.resource_version where hash is not null
                                union
                                select hash, 1 from rounds.upload where hash is not null
                                """)
                        .keySet();
        for (String hash : named) {
            Path file = server.home().resolve("files").resolve(hash.substring(0, 2)).resolve(hash);
            assertThat(hash(Files.readAllBytes(file))).as("what a row names").isEqualTo(hash);
        }
    }

    /// A file is read by others once its text was looked at, and a killed server goes on with that.
    private static void awaitLookedAt(Look look) throws SQLException {
        Instant end = Instant.now().plus(LONGEST_LOOK);
        while (!look.pairs(HELD).isEmpty()) {
            assertThat(Instant.now()).as("files are looked at in time").isBefore(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
