package rounds.notifications;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Something of which somebody has said how much she wants to hear.
///
/// @param target `community`, `tag`, `discussion`, `person`, `resource`, `case_story` or `topic`
/// @param name of what it is: a title, a tag, a name
/// @param beside what tells it from others: the community, a profession; may be empty
/// @param path where it is
/// @param action where the choice is changed
/// @param tag as discussions carry it; null for all else
/// @param language of the name, where it is somebody's words
/// @param since when she chose
public record Followed(
        String target,
        String name,
        String beside,
        String path,
        String action,
        @Nullable String tag,
        @Nullable String language,
        Level level,
        Instant since) {

    /// The code of what she chose.
    public String chosen() {
        return level.code();
    }
}
