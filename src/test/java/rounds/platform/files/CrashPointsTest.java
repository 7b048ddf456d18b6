package rounds.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The process that keeps files ends at one of the calls by which it does, as if it were cut off
/// from its power there: what it said to be kept is there whole, and what else it left goes.
class CrashPointsTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final int TIMES = Boolean.getBoolean("rounds.long") ? 20 : 5;

    @TempDir Path folder;

    /// Folders are made, a file is written, forced to the disk, gets its name; one that is refused
    /// is removed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?mkdir,?mkdirat",
                "write",
                "fsync",
                "?rename,?renameat,?renameat2",
                "?unlink,?unlinkat"
            })
    void whatIsSaidToBeKeptIsThereAndTheRestGoes(String call) throws Exception {
        assumeTrue(Files.isExecutable(STRACE), "Skipped: install strace");
        Process tried = new ProcessBuilder(STRACE.toString(), "-o", "/dev/null", "true").start();
        assumeTrue(tried.waitFor() == 0, "Skipped: strace may not look into processes here");
        var random = new Random(call.hashCode());
        var store = new FileStore(folder);
        var kept = new HashSet<String>();
        int killed = 0;
        for (int time = 0; time < TIMES; time++) {
            Process storing = storing(call, 1 + random.nextInt(Storing.FILES), time);
            try (Stream<String> said = storing.inputReader(StandardCharsets.UTF_8).lines()) {
                said.filter(line -> line.length() == 64).forEach(kept::add);
            }
            killed += storing.waitFor() == 0 ? 0 : 1;

            assertThat(hashes()).as("files that were said to be kept").containsAll(kept);
            store.removeUnnamed(
                    Instant.now().plus(Duration.ofHours(1)), hashes -> kept(hashes, kept));
            assertThat(hashes()).as("files that are left").isEqualTo(kept);
            assertThat(folder.resolve("arriving"))
                    .satisfiesAnyOf(
                            arriving -> assertThat(arriving).doesNotExist(),
                            arriving -> assertThat(arriving).isEmptyDirectory());
        }
        assertThat(killed).as("processes that were ended at " + call).isGreaterThan(TIMES * 3 / 4);
    }

    private static Set<String> kept(Collection<String> hashes, Set<String> kept) {
        return hashes.stream().filter(kept::contains).collect(Collectors.toSet());
    }

    /// @param count the how manieth of these calls is its last
    private Process storing(String call, int count, int seed) throws IOException {
        return new ProcessBuilder(
                        List.of(
                                STRACE.toString(),
                                "-f",
                                "-qq",
                                "-o",
                                "/dev/null",
                                "-e",
                                "trace=" + call,
                                "-e",
                                "inject=" + call + ":signal=KILL:when=" + count,
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Storing.class.getName(),
                                folder.toString(),
                                String.valueOf(seed)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Of all files in the store, as they are.
    private Set<String> hashes() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            var hashes = new HashSet<String>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(folder.resolve("arriving"))) {
                    String hash = hash(file);
                    assertThat(file.getFileName()).asString().isEqualTo(hash);
                    hashes.add(hash);
                }
            }
            return hashes;
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
