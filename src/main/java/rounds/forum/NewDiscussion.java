package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What somebody enters to open a discussion.
///
/// @param language absent: as the words sound
/// @param written the draft it was written in
/// @param poll what it asks to vote on
public record NewDiscussion(
        Kind kind,
        String title,
        String body,
        List<String> tags,
        @Nullable String language,
        @Nullable Written written,
        @Nullable NewPoll poll) {

    public NewDiscussion(
            Kind kind,
            String title,
            String body,
            List<String> tags,
            @Nullable String language,
            @Nullable Written written) {
        this(kind, title, body, tags, language, written, null);
    }

    public NewDiscussion(
            Kind kind, String title, String body, List<String> tags, @Nullable String language) {
        this(kind, title, body, tags, language, null);
    }
}
