package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is to be changed of a discussion and its opening post; what is absent stays.
///
/// @param revision the revision of the discussion that the editor had before her
/// @param written the draft it was written in
public record DiscussionEdit(
        int revision,
        @Nullable Kind kind,
        @Nullable String title,
        @Nullable String body,
        @Nullable List<String> tags,
        @Nullable String language,
        @Nullable Written written) {

    public DiscussionEdit(
            int revision,
            @Nullable Kind kind,
            @Nullable String title,
            @Nullable String body,
            @Nullable List<String> tags,
            @Nullable String language) {
        this(revision, kind, title, body, tags, language, null);
    }
}
