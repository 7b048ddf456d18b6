package rounds.web.library;

import rounds.community.Community;
import rounds.library.Resource;
import rounds.library.Upload;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which a new version is put under a resource, or proposed.
///
/// @param uploads files that were sent and not used yet
public record VersionPage(
        Community community, Resource resource, List<Upload> uploads, Filled filled) {

    /// `file`, `link` or `text`.
    public String form() {
        String form = filled.form().line("form");
        return form.equals("link") || form.equals("text") ? form : "file";
    }
}
