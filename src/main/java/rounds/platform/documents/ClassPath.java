package rounds.platform.documents;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Those of our own class path that readers of documents need. The packaged product names its
/// libraries in its manifest.
final class ClassPath {
    /// We ourselves, packaged or not, and the libraries with what they need.
    private static final Pattern NEEDED =
            Pattern.compile(
                    "(rounds.*\\.jar|classes|(pdfbox|fontbox|poi|xmlbeans|commons-(logging|io|codec|compress|collections4|math3|lang3)|SparseBitSet|curvesapi|log4j-api|slf4j-api|jspecify)-?.*\\.jar)");

    static final String HERE = find(System.getProperty("java.class.path"));

    private ClassPath() {}

    /// @param path of which entries need not be there
    static String find(String path) {
        Set<Path> all = new LinkedHashSet<>();
        for (String entry : path.split(File.pathSeparator)) {
            Path file = Path.of(entry).toAbsolutePath().normalize();
            all.add(file);
            if (entry.endsWith(".jar")) {
                addNamed(file, all);
            }
        }
        return all.stream()
                .filter(file -> NEEDED.matcher(String.valueOf(file.getFileName())).matches())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void addNamed(Path jar, Set<Path> all) {
        try (var file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String named =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (named != null) {
                Arrays.stream(named.strip().split(" +"))
                        .map(name -> Path.of(jar.toUri().resolve(URI.create(name))).normalize())
                        .forEach(all::add);
            }
        } catch (IOException missing) {
            // Java itself takes no offence at entries that are not there.
        }
    }
}
