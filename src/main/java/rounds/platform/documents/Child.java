package rounds.platform.documents;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts a [Worker] for a document, and ends it when it takes too long or nobody waits any more.
///
/// @param classPath where the readers and their libraries are
/// @param before what stands before the command, to watch it
/// @param limit how long a document may take
record Child(String classPath, List<String> before, Duration limit) {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);

    /// More than a document needs; one that unfolds to more ends its reader, and nothing else.
    private static final List<String> OPTIONS =
            List.of(
                    // Not every system knows all of them.
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-Xmx192m",
                    "-Xss2m",
                    "-XX:+UseSerialGC",
                    "-XX:MaxMetaspaceSize=96m",
                    "-XX:MaxDirectMemorySize=16m",
                    "-XX:ReservedCodeCacheSize=48m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-UsePerfData",
                    "-XX:-UseContainerSupport",
                    "-XX:+DisableAttachMechanism",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=/dev/null",
                    "-XX:+DisplayVMOutputToStderr",
                    "-Xshare:auto",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8",
                    "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                    "-Dlog4j2.statusLogger.level=OFF",
                    "-Dlog4j.provider=org.apache.logging.log4j.simple.internal.SimpleProvider",
                    "-Dorg.apache.logging.log4j.simplelog.level=OFF");

    private static final Duration GRACE = Duration.ofSeconds(5);

    /// What of the environment tells how names of files are written. Nothing else is passed on:
    /// there are secrets in it.
    private static final List<String> PASSED = List.of("LANG", "LC_ALL", "LC_CTYPE");

    Extracted read(Path file, DocumentType type) throws RefusedDocument, IOException {
        return read(file, type, false);
    }

    /// Only what the file says about itself, and its first page.
    Extracted describe(Path file, DocumentType type) throws RefusedDocument, IOException {
        return read(file, type, true);
    }

    private Extracted read(Path file, DocumentType type, boolean brief)
            throws RefusedDocument, IOException {
        Process process = start(file, type);
        try {
            Reading reading = new Reading(process.getInputStream(), brief);
            Thread listening = Thread.ofPlatform().daemon().name("document").start(reading::run);
            boolean inTime = listening.join(limit);
            if (reading.ended() && !brief) {
                process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
            }
            process.destroyForcibly();
            listening.join();
            if (!reading.ended()) {
                process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
                say(
                        reading,
                        type,
                        inTime ? "ended with code " + code(process) : "was ended, out of time");
            }
            return reading.result(type, !inTime);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void say(Reading reading, DocumentType type, String what) {
        if (reading.begun()) {
            LOG.info("The reader of a {} document {}", type.code(), what);
        } else {
            LOG.warn("The reader of a {} document {} before it began", type.code(), what);
        }
    }

    private static String code(Process process) {
        return process.isAlive() ? "none" : String.valueOf(process.exitValue());
    }

    private Process start(Path file, DocumentType type) throws IOException {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(classPath);
        command.add(Worker.class.getName());
        command.add(type.name());
        command.add(String.valueOf(limit.plus(GRACE).toSeconds()));
        var builder =
                new ProcessBuilder(command)
                        .directory(new File("/"))
                        .redirectInput(file.toFile())
                        .redirectError(Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED);
        // Otherwise each thread keeps memory of its own, and looks up how the kernel gives it.
        environment.put("MALLOC_ARENA_MAX", "1");
        return builder.start();
    }
}
