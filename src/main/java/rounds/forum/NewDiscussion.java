package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What somebody enters to open a discussion.
///
/// @param language absent: as the words sound
public record NewDiscussion(
        Kind kind, String title, String body, List<String> tags, @Nullable String language) {}
