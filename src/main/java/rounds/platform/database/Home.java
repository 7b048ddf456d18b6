package rounds.platform.database;

import org.jspecify.annotations.Nullable;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder of everything that must be kept. One process holds it at a time: a server, or a
/// command while no server runs.
public final class Home implements AutoCloseable {
    private final Path folder;
    private final Kept kept;
    private @Nullable FileLock lock;

    private Home(Path folder) {
        this.folder = folder;
        this.kept = new Kept(folder.resolve("secrets.properties"));
    }

    /// Opens the folder, and makes it if it is not there.
    ///
    /// @throws CannotStart when it cannot be written
    public static Home open(Path folder) {
        try {
            // PostgreSQL passes through as another user where Rounds runs as root. Nobody looks
            // into it.
            Folders.make(folder, Launch.isRoot() ? Folders.PASS : Folders.MINE);
            return new Home(folder);
        } catch (IOException failed) {
            throw new CannotStart(
                    "ROUNDS_HOME is '"
                            + folder
                            + "', which cannot be made or written: choose a folder that the user who runs Rounds may write.",
                    failed);
        }
    }

    /// A folder below, for its owner only.
    public Path folder(String name) {
        Path below = folder.resolve(name);
        try {
            Folders.make(below, Folders.MINE);
            return below;
        } catch (IOException failed) {
            throw new CannotStart("The folder '" + below + "' cannot be made: " + failed, failed);
        }
    }

    public Path path() {
        return folder;
    }

    /// The site's secret: as given, or made once and kept.
    public String secret(@Nullable String given) {
        return given == null ? kept.orMake("secret") : given;
    }

    Kept kept() {
        return kept;
    }

    /// Takes the folder for this process, until [#close].
    ///
    /// @param holder what to tell others who want it
    /// @return the present holder, if there is one
    public Optional<Holder> take(Holder holder) {
        try {
            Optional<Holder> noted = noted();
            // Asked first: in the process that holds it, merely opening and closing the lock's file
            // again
            // would let the lock go.
            if (noted.isPresent() && noted.get().isThisProcess()) {
                return noted;
            }
            lock = lock();
            if (lock == null) {
                return Optional.of(noted.orElse(Holder.UNKNOWN));
            }
            note(holder);
            return Optional.empty();
        } catch (IOException failed) {
            throw new CannotStart(
                    "The folder '" + folder + "' cannot be locked: " + failed, failed);
        }
    }

    private @Nullable FileLock lock() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock();
        if (taken == null) {
            channel.close();
        }
        return taken;
    }

    private Optional<Holder> noted() throws IOException {
        return Files.exists(holderFile())
                ? Holder.parse(Files.readString(holderFile()))
                : Optional.empty();
    }

    private void note(Holder holder) throws IOException {
        Path fresh = folder.resolve("running.new");
        Files.writeString(fresh, holder.toString());
        Files.move(fresh, holderFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path holderFile() {
        return folder.resolve("running");
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                Files.deleteIfExists(holderFile());
                lock.acquiredBy().close();
                lock = null;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Who holds the folder.
    ///
    /// @param started when that process began, milliseconds: numbers of processes come again
    /// @param address where it serves pages, or empty
    public record Holder(String command, long process, long started, String address) {
        private static final Pattern FORM =
                Pattern.compile("(\\S+) (\\d{1,18}) (\\d{1,18}) ?(\\S*)\\s*");
        private static final Holder UNKNOWN = new Holder("Rounds", 0, 0, "");

        /// This process, doing that.
        public static Holder of(String command, String address) {
            ProcessHandle me = ProcessHandle.current();
            return new Holder(command, me.pid(), started(me), address);
        }

        static Optional<Holder> parse(String text) {
            Matcher parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(
                            new Holder(
                                    parts.group(1),
                                    Long.parseLong(parts.group(2)),
                                    Long.parseLong(parts.group(3)),
                                    parts.group(4)))
                    : Optional.empty();
        }

        private static long started(ProcessHandle process) {
            return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        }

        private boolean isThisProcess() {
            ProcessHandle me = ProcessHandle.current();
            return process == me.pid() && started == started(me);
        }

        public boolean serves() {
            return command.equals(Running.SERVE);
        }

        @Override
        public String toString() {
            return command + " " + process + " " + started + " " + address;
        }

        /// As part of a sentence: "serve (process 12, http://localhost:8080)".
        public String inWords() {
            return command
                    + " (process "
                    + process
                    + (address.isEmpty() ? "" : ", " + address)
                    + ")";
        }
    }
}
