package rounds.forum;

import rounds.kernel.Author;

import java.time.Instant;

/// An answer to a challenge that was marked as what helped, in a list of them.
///
/// @param passage plain text: the passage that was marked, or how the post begins
/// @param why in a line; may be empty
public record HelpedLately(
        long postId,
        int number,
        String language,
        Author author,
        String passage,
        String why,
        long discussionId,
        String title,
        String discussionLanguage,
        String communitySlug,
        String communityName,
        Instant markedAt) {

    /// The post on the page of its discussion.
    public String path() {
        return Addresses.discussion(discussionId, title) + "?at=" + number + "#p" + number;
    }
}
