package rounds.forum;

import org.jspecify.annotations.Nullable;

/// The trace of posts that left a discussion for another, or came from one.
///
/// @param posts of those that left, how many can be read where they are; 0 where the viewer reads
///   nothing there
/// @param path where they are now, or the discussion they were split off from; null where the
///   viewer does not read that, and so is the rest; of what was merged there is none
public record Parted(
        Way way,
        int posts,
        @Nullable String path,
        @Nullable String title,
        @Nullable String language) {

    public enum Way {
        /// They stood behind this post.
        LEFT,
        /// A discussion that is no more began with this post.
        CAME,
        /// This post was split off, and opens what was made of it.
        SPLIT
    }

    public boolean left() {
        return way == Way.LEFT;
    }

    public boolean came() {
        return way == Way.CAME;
    }

    public boolean split() {
        return way == Way.SPLIT;
    }
}
