package rounds.platform.database;

import rounds.platform.settings.CannotStart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The embedded PostgreSQL's data: made once, kept for good, never opened by another major version.
final class DataFolder {
    private static final String NAMELESS =
            ": PostgreSQL wants its user to have a name, so give it one in /etc/passwd, or set ROUNDS_DB_URL.";

    private DataFolder() {}

    /// Makes sure that there are data and that these programs can read them.
    ///
    /// @param password of the superuser, if the data are made now
    static Path prepare(Path under, Launch.Finder finder, String password)
            throws IOException, InterruptedException {
        Path data = under.resolve("data");
        if (!Files.exists(data)) {
            create(under.resolve("data-new"), data, finder, password);
        }
        return data;
    }

    /// All of it or nothing: a start that is cut off here begins anew next time.
    private static void create(Path fresh, Path data, Launch.Finder finder, String password)
            throws IOException, InterruptedException {
        Path secret = fresh.resolveSibling("initial-password");
        Folders.delete(fresh);
        Folders.make(fresh, Folders.MINE);
        Launch launch = finder.find(fresh);
        Folders.writeMine(secret, password);
        own(secret, fresh);
        Launch.Result made = launch.run(initdb(launch, fresh, secret));
        Files.delete(secret);
        if (made.code() != 0) {
            throw new CannotStart(
                    "The database's folder '"
                            + data
                            + "' cannot be made: "
                            + lastLine(made.output())
                            + (made.output().contains("user does not exist") ? NAMELESS : "."));
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> initdb(Launch launch, Path fresh, Path secret) {
        return launch.command(
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + EmbeddedPostgres.SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
    }

    /// @throws CannotStart when the data were written by another major version
    static void requireVersion(Path data, String major) throws IOException {
        String written = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!written.equals(major)) {
            throw new CannotStart(
                    "The database in '"
                            + data
                            + "' was written by PostgreSQL "
                            + written
                            + ", and this Rounds brings PostgreSQL "
                            + major
                            + ": run `export` with the Rounds that wrote it, move that folder away, and `import` the file here.");
        }
    }

    /// Writes a file that PostgreSQL reads, as the owner of its data.
    static void write(Path data, String name, String text) throws IOException {
        Path file = data.resolve(name);
        Folders.writeMine(file, text);
        own(file, data);
    }

    private static void own(Path file, Path data) throws IOException {
        if (Launch.uid(file) != Launch.uid(data)) {
            Files.setAttribute(file, "unix:uid", Launch.uid(data));
            Files.setAttribute(file, "unix:gid", Launch.gid(data));
        }
    }

    static String lastLine(String output) {
        return output.strip().lines().reduce((first, second) -> second).orElse("it said nothing");
    }
}
