package rounds.platform.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import rounds.platform.database.Home;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The folder of files. A file is written beside the others, forced to the disk, and gets its name
/// in one step; only then comes the row that names it. So a crash leaves a file without a row,
/// which [#removeUnnamed] takes away, and never a row without its file.
@Singleton
public final class FileStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int BATCH = 500;

    private final Path folder;
    private final Path arriving;

    @Inject
    FileStore(Home home) {
        this(home.folder("files"));
    }

    FileStore(Path folder) {
        this.folder = folder;
        this.arriving = folder.resolve("arriving");
    }

    /// Begins a new file; close it, and nothing stays that was not kept.
    ///
    /// @throws rounds.kernel.ProblemException invalid on `file`, when the disk is full
    public Incoming begin() throws IOException {
        Path written =
                Disk.written(() -> {
                    Files.createDirectories(arriving);
                    return Files.createTempFile(arriving, "", "");
                });
        return new Incoming(this, written);
    }

    /// A file that comes in over several requests, by a name of its own; it is removed like
    /// everything else that never got its name in the store.
    public Partial partial(long name) throws IOException {
        Files.createDirectories(arriving);
        return new Partial(arriving.resolve("upload-" + name));
    }

    /// Where the file lies, for what can only read from there.
    public Path path(String hash) {
        return place(hash);
    }

    /// What is in the file.
    ///
    /// @throws NoSuchFileException where there is none
    public InputStream open(String hash) throws IOException {
        return Files.newInputStream(place(hash));
    }

    /// Gives the written file its name. The same bytes again take the place of the same bytes,
    /// which makes the file young again: it is not removed while its new row is on the way.
    void keep(Path written, String hash) throws IOException {
        Path place = place(hash);
        Path shelf = parent(place);
        if (!Files.isDirectory(shelf)) {
            Files.createDirectories(shelf);
            force(folder);
        }
        Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        force(shelf);
    }

    /// Removes what was written before that moment and is named by nobody, or never got its name.
    ///
    /// @param named those of some hashes that are still wanted
    /// @return how many files were removed
    int removeUnnamed(Instant before, Function<Collection<String>, Set<String>> named)
            throws IOException {
        int removed = 0;
        for (Path left : in(arriving)) {
            if (isOlder(left, before) && Files.deleteIfExists(left)) {
                removed++;
            }
        }
        var batch = new ArrayList<Path>();
        for (Path shelf : in(folder)) {
            for (Path file : in(shelf)) {
                if (HASH.matcher(name(file)).matches() && isOlder(file, before)) {
                    batch.add(file);
                }
                if (batch.size() == BATCH) {
                    removed += removeUnnamed(batch, before, named);
                    batch.clear();
                }
            }
        }
        return removed + removeUnnamed(batch, before, named);
    }

    private int removeUnnamed(
            List<Path> files, Instant before, Function<Collection<String>, Set<String>> named)
            throws IOException {
        if (files.isEmpty()) {
            return 0;
        }
        Set<String> wanted = named.apply(files.stream().map(FileStore::name).toList());
        int removed = 0;
        for (Path file : files) {
            if (!wanted.contains(name(file)) && remove(file, before)) {
                removed++;
            }
        }
        return removed;
    }

    /// Somebody may be keeping the same bytes at this moment: the file is put aside first, where
    /// its time no longer changes, and comes back if it became young meanwhile.
    private boolean remove(Path file, Instant before) throws IOException {
        Path aside = arriving.resolve(name(file) + ".removed");
        Files.createDirectories(arriving);
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        if (isOlder(aside, before)) {
            Files.delete(aside);
            return true;
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return false;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException keptMeanwhile) {
            return false;
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(found::add);
            }
        }
        return found;
    }

    /// In 256 folders, so that none becomes long.
    private Path place(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("No hash of a file: " + hash);
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path parent(Path place) {
        Path parent = place.getParent();
        return parent == null ? folder : parent;
    }

    /// A name is safe from a power cut when its folder is.
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
