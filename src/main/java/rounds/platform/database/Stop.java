package rounds.platform.database;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stops a PostgreSQL: in good order, else at once, else by force. Committed work survives all
/// three.
final class Stop {
    private Stop() {}

    static void fast(Launch launch, ProcessHandle postgres, int fastSeconds, int immediateSeconds)
            throws IOException, InterruptedException {
        signal(launch, postgres, "INT");
        if (!ends(postgres, fastSeconds)) {
            signal(launch, postgres, "QUIT");
            if (!ends(postgres, immediateSeconds)) {
                postgres.destroyForcibly();
                ends(postgres, immediateSeconds);
            }
        }
    }

    /// PostgreSQL gives signals meanings of its own; Java can send TERM alone, which waits for
    /// clients.
    private static void signal(Launch launch, ProcessHandle postgres, String signal)
            throws IOException, InterruptedException {
        launch.run(launch.command("pg_ctl", "kill", signal, Long.toString(postgres.pid())));
    }

    private static boolean ends(ProcessHandle postgres, int seconds) throws InterruptedException {
        try {
            postgres.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return !postgres.isAlive();
        }
    }
}
