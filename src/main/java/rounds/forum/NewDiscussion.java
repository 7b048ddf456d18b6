package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What somebody enters to open a discussion.
///
/// @param language absent: as the words sound
/// @param written the draft it was written in
public record NewDiscussion(
        Kind kind,
        String title,
        String body,
        List<String> tags,
        @Nullable String language,
        @Nullable Written written) {

    public NewDiscussion(
            Kind kind, String title, String body, List<String> tags, @Nullable String language) {
        this(kind, title, body, tags, language, null);
    }
}
