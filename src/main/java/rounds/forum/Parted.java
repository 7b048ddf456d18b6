package rounds.forum;

import org.jspecify.annotations.Nullable;

/// The trace of posts that left a discussion for another, or came from one that is no more.
///
/// @param came whether they came: the post at which it stands is the first of them
/// @param posts of those that left, how many can be read where they are
/// @param path where they are now; null where the viewer does not read that, and so is the rest; of
///   what came there is none
public record Parted(
        boolean came,
        int posts,
        @Nullable String path,
        @Nullable String title,
        @Nullable String language) {}
