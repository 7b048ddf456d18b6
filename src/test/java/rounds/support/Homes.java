package rounds.support;

import java.nio.file.Path;

/// Folders that tests write into. Two machines run tests side by side, each with folders of its
/// own.
public final class Homes {
    private Homes() {}

    /// @param name what is kept in it
    /// @return its path in `target`; kept between runs
    public static Path of(String name) {
        String machine = System.getProperty("rounds.fork", "1");
        return Path.of(
                System.getProperty("rounds.project", ""), "target", "homes-" + machine, name);
    }
}
