package rounds.web.search;

import java.util.List;

/// What somebody searched for lately.
///
/// @param keeps whether her searches are kept
/// @param days for how long
public record RecentPage(boolean keeps, int days, List<Recent> searches) {
    /// @param path where the same is searched for again
    public record Recent(String words, String path) {}
}
