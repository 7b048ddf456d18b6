package rounds.forum;

import org.jspecify.annotations.Nullable;

/// What somebody enters to answer.
///
/// @param answers the post it answers; absent: the opening one
/// @param language absent: as the words sound
public record NewPost(String body, @Nullable Long answers, @Nullable String language) {}
