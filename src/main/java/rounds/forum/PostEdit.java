package rounds.forum;

import org.jspecify.annotations.Nullable;

/// A post written anew.
///
/// @param revision the post's, as the editor had it before her
/// @param language absent: as the words sound
/// @param written the draft it was written in
public record PostEdit(
        int revision, String body, @Nullable String language, @Nullable Written written) {}
