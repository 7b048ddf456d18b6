package rounds.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.ChildServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// PostgreSQL dies under those who write, in every way it can; the server stays, starts it again
/// and goes on, and nothing acknowledged is lost or doubled.
@Tag("packaged")
class DatabaseRestartTest {
    private static final int ROUNDS = Boolean.getBoolean("rounds.long") ? 50 : 6;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /// Killed; stopped without a checkpoint; stopped in order; one of its connections killed, at
    /// which it recovers as after a crash.
    private enum End {
        KILL,
        QUIT,
        INT,
        CONNECTION
    }

    @TempDir Path folder;

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenPostgresDies() throws Exception {
        var random = new Random(5);
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        var seconds = new ArrayList<Double>();
        try (var server = ChildServer.start(folder.resolve("home"))) {
            String discussion = Writers.openDiscussion(server);
            Map<Integer, Integer> answers;
            try (var writers = Writers.start(server, discussion, acknowledged)) {
                for (int round = 0; round < ROUNDS; round++) {
                    Thread.sleep(500 + random.nextInt(700));
                    seconds.add(end(server, End.values()[round % End.values().length], writers));
                }
                Thread.sleep(500);
                answers = writers.answers();
            }
            Map<String, Integer> found = Writers.bodies(server, discussion);
            System.out.printf(
                    "PostgreSQL ended %d times under load; seconds until the next post: %s; answers: %s; %d replies acknowledged%n",
                    ROUNDS,
                    seconds.stream().map(second -> String.format("%.1f", second)).toList(),
                    answers,
                    acknowledged.size());

            assertThat(acknowledged.size()).as("written").isGreaterThan(ROUNDS * 5);
            assertThat(acknowledged.values())
                    .allSatisfy(body -> assertThat(found).containsKey(body));
            assertThat(found.values()).as("doubled posts").allMatch(count -> count == 1);
            assertThat(causes(server)).as("what the log calls unexpected").isEmpty();
            assertThat(answers.keySet()).as("what writers were told").isSubsetOf(201, 503);
            ChildServer.Ran check = server.run("check");
            assertThat(check.exitCode()).as(check.output()).isZero();
        }
    }

    /// Ends it so, and waits for the next post that is acknowledged.
    ///
    /// @return seconds between the two
    private static double end(ChildServer server, End how, Writers writers) throws Exception {
        List<ProcessHandle> postgres = ChildServer.processesAt(server.home());
        ProcessHandle postmaster =
                postgres.stream()
                        .filter(process ->
                                process.info().command().orElse("").endsWith("/postgres"))
                        .min(Comparator.comparing(ProcessHandle::pid))
                        .orElseThrow();
        long ended = System.nanoTime();
        switch (how) {
            case KILL -> postmaster.destroyForcibly();
            case QUIT, INT -> signal(how.name(), postmaster);
            case CONNECTION -> {
                ProcessHandle connection = postmaster.children().findAny().orElseThrow();
                connection.destroyForcibly();
                connection.onExit().join();
            }
        }
        if (how != End.CONNECTION) {
            postmaster.onExit().join();
        }
        // What was on its way is not yet a sign of health.
        long gone = System.nanoTime() + 50_000_000;
        while (writers.lastAcknowledged() < gone) {
            assertThat(System.nanoTime() - ended)
                    .as("healing after " + how)
                    .isLessThan(PATIENCE_NANOS);
            Thread.sleep(5);
        }
        return (writers.lastAcknowledged() - ended) / 1e9;
    }

    /// What stands behind answers of 500.
    private static List<String> causes(ChildServer server) throws IOException {
        List<String> log = Files.readAllLines(server.home().resolveSibling("home.log"));
        var causes = new ArrayList<String>();
        for (int line = 0; line < log.size(); line++) {
            if (log.get(line).contains(" ERROR ") && log.get(line).contains("TroubleController")) {
                causes.add(String.join("\n", log.subList(line, Math.min(log.size(), line + 60))));
            }
        }
        return causes.stream().limit(3).toList();
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }
}
