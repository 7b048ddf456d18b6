package rounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.ChildServer;

import java.nio.file.Path;

/// Rounds as a process: what it says, and what it leaves behind.
class ServeTest {
    @TempDir private static Path folder;

    private final Path home = folder.resolve("home");

    @AfterAll
    static void nothingIsLeftBehind() {
        assertThat(ChildServer.processesAt(folder)).isEmpty();
    }

    @Test
    void interruptedItLeavesNoProcess() {
        try (ChildServer server = ChildServer.start(home)) {
            assertThat(ChildServer.processesAt(home)).as("its PostgreSQL").isNotEmpty();

            server.interrupt();

            assertThat(ChildServer.processesAt(home)).isEmpty();
        }
    }

    @Test
    void aSecondOneOnTheSameHomeIsToldInOneSentence() {
        try (ChildServer _ = ChildServer.start(home)) {
            ChildServer.Ran second = ChildServer.stopped(home).run("serve");

            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output().lines())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "Another Rounds already uses the folder '"
                                    + home
                                    + "': serve (process ");
        }
    }

    @Test
    void aKilledOneStartsAgain() {
        try (ChildServer server = ChildServer.start(home)) {
            server.kill();

            server.start();

            assertThat(
                            ChildServer.processesAt(home).stream()
                                    .filter(process ->
                                            process.parent()
                                                    .filter(parent -> parent.pid() == server.pid())
                                                    .isPresent()))
                    .as("one PostgreSQL, its own")
                    .hasSize(1);
        }
    }

    @Test
    void aWrongSettingIsOneSentence() {
        ChildServer.Ran ran =
                ChildServer.stopped(folder.resolve("wrong"))
                        .with("ROUNDS_LIMITS", "sometimes")
                        .run("serve");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.output().strip())
                .isEqualTo("ROUNDS_LIMITS is 'sometimes': it must be on or off.");
    }
}
