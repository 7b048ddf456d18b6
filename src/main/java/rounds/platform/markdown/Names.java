package rounds.platform.markdown;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Whom the `@names` of one text mean, and which names it holds. A name that means nobody stays the
/// plain text that it is.
public final class Names {
    private final Map<String, String> paths;
    private final Set<String> found = new LinkedHashSet<>();

    /// @param paths where each name leads, by the name in small letters without the `@`
    public Names(Map<String, String> paths) {
        this.paths = Map.copyOf(paths);
    }

    /// Nobody is known by any name.
    public static Names none() {
        return new Names(Map.of());
    }

    /// What stands in the text like a name, in the order of the text; outside code, links and
    /// quotations. Complete when the text is laid out.
    public Set<String> found() {
        return found;
    }

    /// Empty for a name that is none.
    String path(String name) {
        found.add(name);
        return paths.getOrDefault(name, "");
    }
}
