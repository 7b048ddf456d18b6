package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import rounds.platform.database.Ids;

import java.time.Instant;

/// A story that others read and that its author has begun to change, as a list shows it.
///
/// @param communityName empty where she cannot see it any more
@Introspected
public record BegunStory(
        long id, String title, String language, String communityName, Instant savedAt) {

    /// Back into the edit.
    public String path() {
        return "/cases/" + Ids.text(id) + "/write?step=edit";
    }
}
