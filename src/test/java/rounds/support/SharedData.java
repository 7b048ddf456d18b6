package rounds.support;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;

/// Outside material beside the project, which is no part of it.
public final class SharedData {

    private SharedData() {}

    /// A file or folder under `../shared/data`; where it is missing, the test is skipped aloud.
    public static Path require(String name) {
        Path project =
                Path.of(System.getProperty("rounds.project", System.getProperty("user.dir")));
        Path path =
                project.resolveSibling("shared")
                        .resolve("data")
                        .resolve(name)
                        .toAbsolutePath()
                        .normalize();
        Assumptions.assumeTrue(
                Files.exists(path), () -> "Skipped: put the shared test data at " + path);
        return path;
    }
}
