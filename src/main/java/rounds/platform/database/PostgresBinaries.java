package rounds.platform.database;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

import rounds.platform.settings.CannotStart;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// PostgreSQL's programs, unpacked once from the class path into a folder below the home folder.
final class PostgresBinaries {
    private static final String PREFIX = "programs-";

    private PostgresBinaries() {}

    /// The folder that holds `bin`, `lib` and `share`.
    static Path unpack(Path under) throws IOException {
        String name = archive();
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw noPrograms(name);
        }
        URLConnection connection = archive.openConnection();
        Path programs = under.resolve(PREFIX + mark(connection));
        if (!Files.isDirectory(programs)) {
            Path half = under.resolve("unpacking");
            Folders.delete(half);
            try (InputStream packed = connection.getInputStream()) {
                unpack(packed, half);
            }
            Files.move(half, programs, StandardCopyOption.ATOMIC_MOVE);
            deleteOthers(under, programs);
        }
        return programs;
    }

    private static String archive() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean arm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch", ""));
        return "postgres-"
                + (system.startsWith("mac") ? "darwin" : system)
                + "-"
                + (arm ? "arm_64" : "x86_64")
                + ".txz";
    }

    private static CannotStart noPrograms(String name) {
        return new CannotStart(
                "Rounds brings no PostgreSQL for this kind of machine ("
                        + name
                        + "): set ROUNDS_DB_URL to the address of a PostgreSQL 15 or newer.");
    }

    /// Another archive has another mark, so that new programs are unpacked beside the old ones.
    private static String mark(URLConnection connection) throws IOException {
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        Folders.make(folder, Folders.LOOK);
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, inside(folder, entry.getName()));
            }
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(target, Folders.LOOK);
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("a name that leads out of its archive: " + name);
        }
        return target;
    }

    private static void deleteOthers(Path under, @Nullable Path kept) throws IOException {
        try (Stream<Path> folders = Files.list(under)) {
            for (Path folder : folders.toList()) {
                if (folder.getFileName().toString().startsWith(PREFIX) && !folder.equals(kept)) {
                    Folders.delete(folder);
                }
            }
        }
    }
}
