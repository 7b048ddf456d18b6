package rounds.web.feeds;

import java.time.Instant;
import java.util.List;

/// A feed before it is written.
///
/// @param id of the thing it follows, the same whoever reads
/// @param page path of the page that shows the same
/// @param updated when the newest of it changed
record Feed(String id, String title, String page, Instant updated, List<Entry> entries) {

    /// @param id the same for ever, wherever the thing moves
    /// @param path of its page
    /// @param author empty: nobody is named
    /// @param html safe; empty where there is none
    record Entry(
            String id,
            String title,
            String path,
            String author,
            String language,
            Instant published,
            Instant updated,
            List<String> tags,
            String html) {}
}
