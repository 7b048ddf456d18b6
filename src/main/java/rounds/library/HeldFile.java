package rounds.library;

import rounds.kernel.Author;
import rounds.platform.database.Ids;

import java.time.Instant;

/// A version whose file holds what its maker is asked about.
///
/// @param resourceId of what it is a version of
/// @param title of that
/// @param held whether others do not read it; false: they have since before files were looked at
/// @param by who made the version
/// @param at when it was found
/// @param open how many passages are still asked about
public record HeldFile(
        long resourceId,
        int number,
        String title,
        String language,
        Looked looked,
        boolean held,
        Author by,
        Instant at,
        int open) {

    /// Where the passages are shown.
    public String path() {
        return "/r/" + Ids.text(resourceId) + "/v/" + number + "/check";
    }
}
