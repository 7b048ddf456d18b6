package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is to be changed of a discussion and its opening post; what is absent stays.
///
/// @param revision the revision of the discussion that the editor had before her
public record DiscussionEdit(
        int revision,
        @Nullable Kind kind,
        @Nullable String title,
        @Nullable String body,
        @Nullable List<String> tags,
        @Nullable String language) {}
