package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.State;

import java.time.Instant;
import java.util.List;

/// A discussion as a row of a list.
///
/// @param posts how many posts its readers can read, the opening one included
public record DiscussionSummary(
        long id,
        String communitySlug,
        String communityName,
        Kind kind,
        String title,
        String language,
        List<String> tags,
        State state,
        int posts,
        Author openedBy,
        Instant openedAt,
        @Nullable Author lastBy,
        Instant lastAt,
        boolean pinned,
        boolean closed,
        DiscussionMarks marks,
        ReadingPlace place) {

    public String path() {
        return Addresses.discussion(id, title);
    }

    /// Where its reader goes on: at what is new to her.
    public String onward() {
        return place.fresh() != null && place.fresh() > 0 ? path() + "#new" : path();
    }

    public int replies() {
        return Math.max(0, posts - 1);
    }
}
