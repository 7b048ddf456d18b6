package rounds.forum;

import rounds.kernel.Author;

import java.time.Instant;

/// A post that helped, as it is shown under the opening one.
///
/// @param passage plain text: the passage that was marked, or how the post begins
/// @param why in a line; may be empty
public record Help(
        long postId,
        int number,
        String language,
        Author author,
        String passage,
        String why,
        Author markedBy,
        Instant markedAt,
        PostMarks marks) {

    public String anchor() {
        return "p" + number;
    }
}
