package rounds.platform.settings;

/// How this process runs: which command, and whether a server already runs on the same home folder.
///
/// @param command `serve`, `import`, `check` …
/// @param besideServer true: the index and the change log's consumers belong to that server
public record Running(String command, boolean besideServer) {
    public static final String SERVE = "serve";

    public boolean serves() {
        return command.equals(SERVE);
    }
}
