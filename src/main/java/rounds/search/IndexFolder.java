package rounds.search;

import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the index lies: `index/v<schema>/<generation>`, and a file `CURRENT` that names the
/// generation that answers. A generation that was never named is the rest of a build that did not
/// end.
final class IndexFolder implements Closeable {
    private static final String CURRENT = "CURRENT";
    private static final String LOCK = "lock";
    private static final Pattern GENERATION = Pattern.compile("[0-9]{1,9}");

    private final Path folder;
    private @Nullable FileChannel channel;

    IndexFolder(Path home) {
        this.folder = home.resolve("index").resolve("v" + IndexSchema.VERSION);
    }

    /// Only one process writes.
    void lock() throws IOException {
        if (channel != null) {
            return;
        }
        Files.createDirectories(folder);
        channel =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isMine(channel)) {
            close();
            throw new IllegalStateException(
                    "The index in " + folder + " is being written by another process.");
        }
    }

    private static boolean isMine(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Optional<Path> current() throws IOException {
        Path pointer = folder.resolve(CURRENT);
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        // Whatever the bytes are: a damaged pointer points nowhere.
        String name = Files.readString(pointer, StandardCharsets.ISO_8859_1);
        Path generation = folder.resolve(GENERATION.matcher(name).matches() ? name : "none");
        return Files.isDirectory(generation) ? Optional.of(generation) : Optional.empty();
    }

    Path next() throws IOException {
        int newest = generations().stream().mapToInt(IndexFolder::number).max().orElse(0);
        return Files.createDirectory(folder.resolve(Integer.toString(newest + 1)));
    }

    /// Survives a crash at any moment: the pointer names the old generation or the new one.
    void publish(Path generation) throws IOException {
        Path written = folder.resolve(CURRENT + ".new");
        Files.writeString(written, generation.getFileName().toString());
        IOUtils.fsync(written, false);
        Files.move(
                written,
                folder.resolve(CURRENT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(folder, true);
    }

    /// Deletes every generation but these.
    void keepOnly(List<Path> kept) throws IOException {
        for (Path generation : generations()) {
            if (!kept.contains(generation)) {
                IOUtils.rm(generation);
            }
        }
    }

    private List<Path> generations() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(path -> GENERATION.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(IndexFolder::number))
                    .toList();
        }
    }

    private static int number(Path generation) {
        return Integer.parseInt(generation.getFileName().toString());
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
