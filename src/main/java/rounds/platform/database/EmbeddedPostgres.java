package rounds.platform.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Settings.Login;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A real PostgreSQL of our own: made, started, watched and stopped here. Its data lie under the
/// home folder, it listens on 127.0.0.1 only, and it is started again whenever it dies.
final class EmbeddedPostgres implements AutoCloseable {
    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int POLL_MILLIS = 20;
    private static final int TRIES = 100;
    private static final int BEFORE_NEXT_TRY_MILLIS = 100;
    private static final int FAST_STOP_SECONDS = 10;
    private static final int IMMEDIATE_STOP_SECONDS = 3;

    /// Somebody took the port meanwhile; or what a killed PostgreSQL was doing has not ended yet.
    private static final List<String> PASSING =
            List.of("could not bind", "pre-existing shared memory block");

    private static final long LOG_LIMIT = 1_000_000;

    private final Launch launch;
    private final Path data;
    private final Login superuser;
    private final int port;
    private final Path log;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread watcher;
    private volatile @Nullable Process process;
    private volatile boolean wasReady;
    private long logged;

    private EmbeddedPostgres(Launch launch, Path data, Login superuser, int port) {
        this.launch = launch;
        this.data = data;
        this.superuser = superuser;
        this.port = port;
        this.log = data.resolveSibling("log.txt");
        this.watcher = Thread.ofPlatform().name("postgres").daemon().unstarted(this::watch);
    }

    /// Starts it, making the data first if there are none, and stopping what a killed server left
    /// running.
    ///
    /// @param pool connections of each of the server's two pools
    static EmbeddedPostgres start(Home home, int pool) {
        try {
            Path under = home.path().resolve("postgresql");
            Folders.make(under, Launch.isRoot() ? Folders.PASS : Folders.MINE);
            return start(
                    under, new Login(SUPERUSER, home.kept().orMake("postgres.superuser")), pool);
        } catch (IOException failed) {
            throw new CannotStart("The embedded PostgreSQL cannot be started: " + failed, failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was being started.");
        }
    }

    private static EmbeddedPostgres start(Path under, Login superuser, int pool)
            throws IOException, InterruptedException {
        Path programs = PostgresBinaries.unpack(under);
        Path data =
                DataFolder.prepare(
                        under, fresh -> Launch.find(programs, fresh), superuser.password());
        Launch launch = Launch.find(programs, data);
        DataFolder.requireVersion(data, launch.majorVersion());
        new Orphan(launch, data).stop();
        for (int tries = 1; ; tries++) {
            int port = freePort();
            DataFolder.write(data, "rounds.conf", PostgresConfiguration.text(port, pool));
            EmbeddedPostgres postgres = new EmbeddedPostgres(launch, data, superuser, port);
            if (postgres.begin()) {
                return postgres;
            }
            String said = postgres.said();
            if (tries == TRIES || PASSING.stream().noneMatch(said::contains)) {
                throw new CannotStart(
                        "PostgreSQL did not start: "
                                + DataFolder.lastLine(said)
                                + " (its log is '"
                                + postgres.log
                                + "').");
            }
            Thread.sleep(BEFORE_NEXT_TRY_MILLIS);
        }
    }

    /// The port of the PostgreSQL that a running server has started on that home.
    static Optional<Integer> portOfRunning(Home home) {
        try {
            Path data = home.path().resolve("postgresql").resolve("data");
            return PostmasterPid.read(data)
                    .filter(PostmasterPid::ready)
                    .filter(noted -> noted.serverOf(data).isPresent())
                    .map(PostmasterPid::port);
        } catch (IOException failed) {
            throw new CannotStart("The server's PostgreSQL cannot be found: " + failed, failed);
        }
    }

    int port() {
        return port;
    }

    String version() {
        return launch.version();
    }

    Login superuser() {
        return superuser;
    }

    /// For tests: what happens when it dies.
    @Nullable Process process() {
        return process;
    }

    private String said() throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = (int) Math.min(logged, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private boolean begin() throws IOException, InterruptedException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling("log.old.txt"), StandardCopyOption.REPLACE_EXISTING);
        }
        logged = Files.exists(log) ? Files.size(log) : 0;
        watcher.start();
        while (watcher.isAlive()) {
            if (isReady()) {
                wasReady = true;
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    private boolean isReady() throws IOException {
        Process running = process;
        return running != null
                && PostmasterPid.read(data)
                        .filter(noted -> noted.ready() && noted.process() == running.pid())
                        .isPresent();
    }

    /// Lives as long as PostgreSQL shall, because it is told to stop when this very thread ends:
    /// nothing stays behind when this process is killed.
    private void watch() {
        try {
            boolean again = true;
            while (again) {
                Process running = spawn();
                process = running;
                int code = running.waitFor();
                // What ends before it was ever ready would only end again.
                again = wasReady && !stopping.await(BEFORE_NEXT_TRY_MILLIS, TimeUnit.MILLISECONDS);
                if (again) {
                    LOG.warn("PostgreSQL ended with code {}: starting it again", code);
                }
            }
        } catch (IOException failed) {
            LOG.error("PostgreSQL cannot be started", failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Process spawn() throws IOException {
        return launch.prepare(
                        launch.server(
                                "-D",
                                data.toString(),
                                "-c",
                                "config_file=" + data.resolve("rounds.conf")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    /// Stops it at once but in good order; what it was doing for somebody is undone.
    @Override
    public void close() {
        stopping.countDown();
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            Stop.fast(launch, running.toHandle(), FAST_STOP_SECONDS, IMMEDIATE_STOP_SECONDS);
            watcher.join();
        } catch (IOException failed) {
            LOG.error("PostgreSQL cannot be stopped", failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
