package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a theme, over those of the default theme: a file that the theme has wins, every
/// other falls through. The default theme lies in a folder while Rounds is developed, else in the
/// jar.
///
/// @param theme the folder of the chosen theme, or null for the default one alone
/// @param standard the folder of the default theme, or null for the one in the jar
record ThemeFiles(@Nullable Path theme, @Nullable Path standard) {
    private static final Pattern PATH = Pattern.compile("[\\w][\\w.-]*(/[\\w][\\w.-]*)*");

    /// The theme's file, else the default theme's, else null.
    byte @Nullable [] read(String path) {
        byte[] own = theme == null ? null : file(theme, path);
        return own != null ? own : readDefault(path);
    }

    byte @Nullable [] readDefault(String path) {
        return standard != null ? file(standard, path) : inJar(path);
    }

    /// Differs as soon as a file in one of the folders was added, removed or changed.
    long stamp() {
        return stamp(theme) * 31 + stamp(standard);
    }

    /// Whether all of it lies in the jar.
    boolean packaged() {
        return theme == null && standard == null;
    }

    private static byte @Nullable [] file(Path folder, String path) {
        if (!PATH.matcher(path).matches()) {
            return null;
        }
        Path file = folder.resolve(path);
        try {
            // A link may not lead out of the folder.
            return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
                    ? Files.readAllBytes(file)
                    : null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte @Nullable [] inJar(String path) {
        if (!PATH.matcher(path).matches()) {
            return null;
        }
        try (InputStream in =
                ThemeFiles.class.getClassLoader().getResourceAsStream("themes/default/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long stamp(@Nullable Path folder) {
        if (folder == null) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(
                            file -> file.toString().hashCode() * 31L + file.toFile().lastModified())
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
