package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// A post that was just written, or that the same form made when it was sent before.
///
/// @param waits whether a moderator has to approve it before others read it
@Introspected
public record Posted(long discussionId, String title, long postId, int number, boolean waits) {

    /// Where its author finds it.
    public String path() {
        return Addresses.post(discussionId, title, number);
    }
}
