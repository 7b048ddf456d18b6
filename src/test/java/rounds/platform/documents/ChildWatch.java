package rounds.platform.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Looks at the processes that this one has started while they live: what they took at most.
final class ChildWatch implements AutoCloseable {
    private final Map<Long, Seen> seen = new HashMap<>();
    private final Thread watching;
    private volatile boolean over;
    private int atOnce;

    /// @param bytes of memory at their highest
    /// @param environment names and values, as they were given
    record Seen(long bytes, Duration processor, String environment) {}

    ChildWatch() {
        watching = Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        while (!over) {
            int living = 0;
            for (ProcessHandle child : ProcessHandle.current().children().toList()) {
                living += look(child) ? 1 : 0;
            }
            atOnce = Math.max(atOnce, living);
            try {
                Thread.sleep(5);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private boolean look(ProcessHandle child) {
        try {
            Path folder = Path.of("/proc", String.valueOf(child.pid()));
            String command = Files.readString(folder.resolve("cmdline"));
            Optional<String> peak =
                    Files.readString(folder.resolve("status"))
                            .lines()
                            .filter(line -> line.startsWith("VmHWM"))
                            .findFirst();
            if (!command.contains(Worker.class.getName()) || peak.isEmpty()) {
                return false;
            }
            long bytes = Long.parseLong(peak.get().replaceAll("\\D", "")) << 10;
            Duration used = child.info().totalCpuDuration().orElse(Duration.ZERO);
            String environment = Files.readString(folder.resolve("environ"));
            synchronized (seen) {
                seen.merge(
                        child.pid(),
                        new Seen(bytes, used, environment),
                        (a, b) ->
                                new Seen(
                                        Math.max(a.bytes, b.bytes),
                                        a.processor.compareTo(b.processor) > 0
                                                ? a.processor
                                                : b.processor,
                                        b.environment.isEmpty() ? a.environment : b.environment));
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /// The most of any of them.
    Seen most() {
        synchronized (seen) {
            return seen.values().stream()
                    .reduce((a, b) ->
                            new Seen(
                                    Math.max(a.bytes, b.bytes),
                                    a.processor.compareTo(b.processor) > 0
                                            ? a.processor
                                            : b.processor,
                                    a.environment + b.environment))
                    .orElse(new Seen(0, Duration.ZERO, ""));
        }
    }

    int atOnce() {
        return atOnce;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        watching.join();
    }
}
