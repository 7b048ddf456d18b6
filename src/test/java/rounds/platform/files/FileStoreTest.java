package rounds.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class FileStoreTest {
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

    @TempDir Path folder;

    @Test
    void aFileIsKeptByWhatIsInIt() throws IOException {
        var store = new FileStore(folder);
        Stored one = kept(store, "the same words");
        Stored other = kept(store, "the same words");

        assertThat(other).isEqualTo(one);
        assertThat(one.bytes()).isEqualTo(14);
        assertThat(files()).containsExactly(one.hash());
        try (InputStream in = store.open(one.hash())) {
            assertThat(in.readAllBytes()).asString().isEqualTo("the same words");
        }
    }

    @Test
    void whatIsLargerThanItMayBeIsReadNoFurtherAndLeavesNothing() throws IOException {
        var store = new FileStore(folder);
        var endless = new Endless();
        try (Incoming incoming = store.begin()) {
            assertThat(incoming.fill(endless, 1_000_000)).isFalse();
        }
        assertThat(endless.read).isLessThan(1_200_000);
        assertThat(files()).isEmpty();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        var store = new FileStore(folder);
        try (Incoming incoming = store.begin()) {
            incoming.write(new byte[100]);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatNobodyNamesGoesAfterADayAndWhatSomebodyNamesStays() throws IOException {
        var store = new FileStore(folder);
        Stored wanted = kept(store, "wanted");
        Stored unwanted = kept(store, "left by a crash");
        Path begun = Files.createFile(folder.resolve("arriving").resolve("begun"));
        for (Path old : List.of(place(wanted), place(unwanted), begun)) {
            Files.setLastModifiedTime(old, FileTime.from(YESTERDAY.minusSeconds(60)));
        }
        Stored fresh = kept(store, "its row is on the way");

        assertThat(store.removeUnnamed(YESTERDAY, _ -> Set.of(wanted.hash()))).isEqualTo(2);

        assertThat(files()).containsExactlyInAnyOrder(wanted.hash(), fresh.hash());
    }

    @Test
    void anOldFileThatIsKeptAgainIsYoungAgain() throws IOException {
        var store = new FileStore(folder);
        Stored once = kept(store, "words");
        Files.setLastModifiedTime(place(once), FileTime.from(YESTERDAY.minusSeconds(60)));
        // Between the question who names it and its removal.
        assertThat(
                        store.removeUnnamed(
                                YESTERDAY,
                                _ -> {
                                    again(store);
                                    return Set.of();
                                }))
                .isZero();
        assertThat(files()).containsExactly(once.hash());
    }

    @Test
    void nothingElseInTheFolderCanBeAskedFor() {
        var store = new FileStore(folder);
        assertThatThrownBy(() -> store.open("../../secrets.properties"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open("0".repeat(64)))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static void again(FileStore store) {
        try {
            kept(store, "words");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Stored kept(FileStore store, String words) throws IOException {
        try (Incoming incoming = store.begin()) {
            assertThat(incoming.fill(new ByteArrayInputStream(words.getBytes()), 100)).isTrue();
            return incoming.keep();
        }
    }

    private Path place(Stored stored) {
        return folder.resolve(stored.hash().substring(0, 2)).resolve(stored.hash());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 7;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            read += length;
            return length;
        }
    }
}
