package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

class ClassPathTest {
    @TempDir Path folder;

    @Test
    void ofThePackagedProductItTakesItselfAndWhatReadersNeed() throws Exception {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        "lib/pdfbox-3.0.8.jar lib/netty-4.jar lib/poi-ooxml-5.5.1.jar lib/postgresql-42.jar");
        Path jar = folder.resolve("rounds.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();

        assertThat(ClassPath.find(jar.toString()).split(File.pathSeparator))
                .containsExactly(
                        jar.toString(),
                        folder.resolve("lib/pdfbox-3.0.8.jar").toString(),
                        folder.resolve("lib/poi-ooxml-5.5.1.jar").toString());
    }

    @Test
    void ofATestItTakesTheClassesOfTheProductAndNotThoseOfTests() {
        assertThat(ClassPath.HERE.split(File.pathSeparator))
                .anyMatch(entry -> entry.endsWith("classes") || entry.endsWith("rounds.jar"))
                .anyMatch(entry -> entry.contains("pdfbox-io"))
                .noneMatch(entry -> entry.contains("test-classes") || entry.contains("junit"));
    }
}
