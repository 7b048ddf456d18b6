package rounds.forum;

import org.jspecify.annotations.Nullable;

/// What somebody enters to answer.
///
/// @param answers the post it answers; absent: the opening one
/// @param language absent: as the words sound
/// @param seen the newest number its author had before her; where others have answered since, she
///   is shown them first. Absent: she does not ask
/// @param written the draft it was written in
public record NewPost(
        String body,
        @Nullable Long answers,
        @Nullable String language,
        @Nullable Integer seen,
        @Nullable Written written) {

    public NewPost(String body, @Nullable Long answers, @Nullable String language) {
        this(body, answers, language, null, null);
    }
}
