package rounds.platform.database;

import rounds.platform.settings.CannotStart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How PostgreSQL's programs are started here. PostgreSQL refuses to run as root; then it runs as
/// the owner of its data, or as nobody.
///
/// @param programs the folder of `bin`, `lib` and `share`
/// @param prefix what stands before each command, so that it runs as somebody else
/// @param version as the programs say it: "18.6"
/// @param serverPrefix the same for the server itself: it gets a session of its own, so that Ctrl-C
///   does not reach it before us, and is told to stop when we die
record Launch(Path programs, List<String> prefix, List<String> serverPrefix, String version) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /// Finds by trying how the programs can run.
    ///
    /// @param data the folder of the data, which exists
    static Launch find(Path programs, Path data) throws IOException, InterruptedException {
        if (!isRoot()) {
            return tried(programs, List.of())
                    .orElseThrow(() ->
                            new CannotStart(
                                    "PostgreSQL's programs in '"
                                            + programs
                                            + "' do not run on this machine: set ROUNDS_DB_URL to the address of a PostgreSQL 15 or newer."));
        }
        give(data);
        for (List<String> prefix : waysToBe(uid(data), gid(data))) {
            Optional<Launch> launch = tried(programs, prefix);
            if (launch.isPresent()) {
                return launch.get();
            }
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, and another user cannot run it in '"
                        + programs
                        + "': start Rounds as an ordinary user, or set ROUNDS_HOME to a folder that everybody may enter.");
    }

    static boolean isRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }

    /// Data that belong to somebody stay theirs: Rounds may have run as that user before.
    private static void give(Path data) throws IOException {
        if (uid(data) == ROOT) {
            Files.setAttribute(data, "unix:uid", NOBODY);
            Files.setAttribute(data, "unix:gid", NOBODY);
        }
    }

    static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    static int gid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }

    /// The last ones are for a home below a folder that only root may enter (`/root`): they keep,
    /// of all that root may do, the right to pass.
    private static List<List<String>> waysToBe(int uid, int gid) {
        List<String> setpriv =
                List.of(
                        "setpriv",
                        "--reuid=" + uid,
                        "--regid=" + gid,
                        "--clear-groups",
                        "--no-new-privs");
        return List.of(
                with(setpriv, "--inh-caps=-all", "--bounding-set=-all"),
                with(setpriv, "--inh-caps=-all"),
                List.of("chroot", "--userspec=" + uid + ":" + gid, "--groups=" + gid, "/"),
                passing(setpriv, "dac_read_search"),
                passing(setpriv, "dac_override"));
    }

    /// Without the securebit, access(2), which PostgreSQL asks about its own programs, forgets the
    /// right.
    private static List<String> passing(List<String> setpriv, String right) {
        return with(
                setpriv,
                "--securebits=+no_setuid_fixup",
                "--bounding-set=-all,+" + right,
                "--inh-caps=-all,+" + right,
                "--ambient-caps=-all,+" + right);
    }

    private static List<String> with(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    private static Optional<Launch> tried(Path programs, List<String> prefix)
            throws IOException, InterruptedException {
        List<String> session = with(List.of("setsid"), prefix.toArray(String[]::new));
        List<String> dying = with(session, "setpriv", "--pdeathsig", "INT");
        for (List<String> serverPrefix : List.of(dying, session, prefix)) {
            Launch launch = new Launch(programs, prefix, serverPrefix, "");
            Result result = launch.run(launch.server("-V"));
            String said = result.output().strip();
            // Said alone: a complaint beside it means that it would not start.
            if (result.code() == 0 && said.matches("postgres \\(PostgreSQL\\) \\S+")) {
                String version = said.substring(said.lastIndexOf(' ') + 1);
                return Optional.of(new Launch(programs, prefix, serverPrefix, version));
            }
        }
        return Optional.empty();
    }

    String majorVersion() {
        return version.replaceAll("\\D.*", "");
    }

    List<String> command(String program, String... arguments) {
        return command(prefix, program, arguments);
    }

    List<String> server(String... arguments) {
        return command(serverPrefix, "postgres", arguments);
    }

    private List<String> command(List<String> prefix, String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /// Prepares a process without what the environment would tell PostgreSQL.
    ProcessBuilder prepare(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(programs.toFile()).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LANG", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    /// Runs a short command to its end.
    Result run(List<String> command) throws IOException, InterruptedException {
        try {
            Process process = prepare(command).start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(1, TimeUnit.MINUTES)
                    ? new Result(process.exitValue(), output)
                    : new Result(-1, output);
        } catch (IOException missing) {
            return new Result(127, missing.toString());
        }
    }

    /// Finds how to launch for that data folder.
    @FunctionalInterface
    interface Finder {
        Launch find(Path data) throws IOException, InterruptedException;
    }

    record Result(int code, String output) {}
}
