package rounds.library;

import rounds.kernel.Author;
import rounds.platform.database.Ids;

import java.time.Instant;

/// A version, or other words, that somebody proposes for a resource and that wait for a decision.
///
/// @param resourceId of what it would change
/// @param title of that, as it is now
/// @param number of the version; 0 for other words
/// @param note why; may be empty
public record Proposal(
        long id,
        long resourceId,
        String title,
        String language,
        String kind,
        int number,
        String note,
        Author by,
        Instant at) {

    public boolean isVersion() {
        return number > 0;
    }

    /// Of the resource.
    public String path() {
        return Resource.path(resourceId, title);
    }

    /// Where it is looked at and decided about.
    public String decision() {
        String resource = "/r/" + Ids.text(resourceId);
        return isVersion() ? resource + "/v/" + number + "/decision" : resource + "/words";
    }
}
