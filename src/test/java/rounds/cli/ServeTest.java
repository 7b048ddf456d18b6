package rounds.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.support.ChildServer;
import rounds.support.TestDatabase;

import java.nio.file.Path;
import java.util.Optional;

/// Rounds as a process: what it says, and what it leaves behind.
class ServeTest {
    @TempDir private static Path folder;

    private static Path home;

    @BeforeAll
    static void prepare() {
        home = TestDatabase.running().home(folder.resolve("home"));
    }

    @AfterAll
    static void nothingIsLeftBehind() {
        assertThat(ChildServer.processesAt(folder)).isEmpty();
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
    void killedItStartsAgainAndInterruptedItLeavesNoProcess() {
        try (ChildServer server = ChildServer.start(home)) {
            server.kill();
            server.start();
            assertThat(
                            ChildServer.processesAt(home).stream()
                                    .map(ProcessHandle::parent)
                                    .flatMap(Optional::stream)
                                    .filter(parent -> parent.pid() == server.pid()))
                    .as("one PostgreSQL, its own")
                    .hasSize(1);

            server.interrupt();

            assertThat(ChildServer.processesAt(home)).isEmpty();
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
