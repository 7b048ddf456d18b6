package rounds.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The product in a process of its own, with its own PostgreSQL, that can be killed.
public final class ChildServer implements AutoCloseable {
    public static final String PASSWORD = "a long sample password";

    /// Long: the machine may be busy with other tests' servers.
    private static final Duration START = Duration.ofSeconds(240);

    private final Path home;
    private final int port;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Process process;

    private ChildServer(Path home, int port) {
        this.home = home;
        this.port = port;
        settings.put("ROUNDS_HOME", home.toString());
        settings.put("ROUNDS_PORT", String.valueOf(port));
        settings.put("ROUNDS_SAMPLE", "true");
        settings.put("ROUNDS_SAMPLE_PASSWORD", PASSWORD);
        settings.put("ROUNDS_LIMITS", "off");
    }

    /// Starts the product in this folder and waits until it answers.
    public static ChildServer start(Path home) {
        var server = new ChildServer(home, freePort());
        server.start();
        return server;
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public Path home() {
        return home;
    }

    /// For a home in which nothing runs yet: to run commands there.
    public static ChildServer stopped(Path home) {
        return new ChildServer(home, freePort());
    }

    /// Another setting, as `ROUNDS_THEME`, for whatever is started from now on.
    public ChildServer with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /// Ctrl-C, and the wait for its end. Whoever starts the tests must not have told the processes
    /// below to ignore it, as `nohup` and a shell's `&` do.
    public int interrupt() {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
    }

    /// The processes, of any user, that name this path or one below it.
    public static List<ProcessHandle> processesAt(Path path) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().arguments().stream()
                                .flatMap(Stream::of)
                                .anyMatch(word -> word.startsWith(path.toString())))
                .toList();
    }

    public long pid() {
        return process.pid();
    }

    public void start() {
        process = launch(List.of("serve"), home.resolveSibling(home.getFileName() + ".log"));
        awaitReady();
    }

    /// As `kill -9` does: no goodbye, no flush.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Starts a command of the same product on the same folder, to be killed perhaps.
    public Process begin(String... command) {
        return launch(List.of(command), output(command));
    }

    /// Runs a command of the same product on the same folder; its exit code and what it printed.
    public Ran run(String... command) {
        Path output = output(command);
        Process ran = launch(List.of(command), output);
        try {
            if (!ran.waitFor(5, TimeUnit.MINUTES)) {
                ran.destroyForcibly();
                throw new AssertionError(
                        String.join(" ", command) + " did not end: " + Files.readString(output));
            }
            return new Ran(ran.exitValue(), Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output(String... command) {
        return home.resolveSibling(home.getFileName() + "-" + command[0] + ".log");
    }

    public record Ran(int exitCode, String output) {}

    /// Stops it as an administrator does.
    @Override
    public void close() {
        stop();
    }

    /// The same; it may be started again.
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server did not stop within 20 seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch(List<String> arguments, Path output) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "rounds.Application"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    var answer =
                            client.send(
                                    HttpRequest.newBuilder(address("/health"))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not there yet.
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError(
                "The server did not start; see "
                        + home.resolveSibling(home.getFileName() + ".log"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
