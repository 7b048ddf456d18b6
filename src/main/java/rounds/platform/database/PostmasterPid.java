package rounds.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL notes about itself in its data folder while it runs, or ran when it was killed.
record PostmasterPid(long process, int port, boolean ready) {
    private static final int LINE_OF_PORT = 3;
    private static final int LINE_OF_STATE = 7;

    static Optional<PostmasterPid> read(Path data) throws IOException {
        try {
            return parse(Files.readAllLines(file(data)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /// Nothing while the file is still being written.
    private static Optional<PostmasterPid> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        String port = lines.size() > LINE_OF_PORT ? lines.get(LINE_OF_PORT).strip() : "";
        boolean ready =
                lines.size() > LINE_OF_STATE && lines.get(LINE_OF_STATE).strip().equals("ready");
        return Optional.of(
                new PostmasterPid(
                        Long.parseLong(lines.getFirst().strip()),
                        port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
                        ready));
    }

    /// The living PostgreSQL that serves this very folder. A process that merely has the same
    /// number by now is none.
    Optional<ProcessHandle> serverOf(Path data) {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(alive -> serves(alive.info(), data));
    }

    private static boolean serves(ProcessHandle.Info info, Path data) {
        boolean postgres =
                info.command().filter(command -> command.endsWith("/postgres")).isPresent();
        boolean ours =
                info.arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .isPresent();
        return postgres && ours;
    }
}
