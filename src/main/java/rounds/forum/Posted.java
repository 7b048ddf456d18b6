package rounds.forum;

import org.jspecify.annotations.Nullable;

/// A post that was just written, or that the same form made when it was sent before.
///
/// @param waits whether a moderator has to approve it before others read it
/// @param post the reply as its author reads it, with its source; absent for what was made before,
///   which may have changed since
public record Posted(
        long discussionId,
        String title,
        long postId,
        int number,
        boolean waits,
        @Nullable Post post) {

    Posted(long discussionId, String title, long postId, int number, boolean waits) {
        this(discussionId, title, postId, number, waits, null);
    }

    /// Where its author finds it.
    public String path() {
        return Addresses.post(discussionId, title, number);
    }
}
