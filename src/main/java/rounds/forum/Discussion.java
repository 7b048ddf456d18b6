package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.kernel.State;

import java.time.Instant;
import java.util.List;

/// A discussion as one viewer sees it.
///
/// @param posts how many posts all its readers can read, the opening one included
/// @param places the newest number that the viewer reads: above `posts` where posts are gone
/// @param visibility who reads it: the narrower of what it was written under and the community's
/// @param closedReason why it takes no more replies, for its readers; may be empty
/// @param revision raised by every edit; an edit says which revision it was made from
/// @param may what the viewer may do with it
public record Discussion(
        long id,
        long communityId,
        String communitySlug,
        String communityName,
        Kind kind,
        String title,
        String language,
        List<String> tags,
        Visibility visibility,
        State state,
        Author openedBy,
        Instant openedAt,
        Instant lastAt,
        int posts,
        int places,
        boolean pinned,
        boolean featured,
        @Nullable Instant closedAt,
        String closedReason,
        int revision,
        @Nullable String sourceId,
        Standing standing,
        DiscussionRights may,
        DiscussionMarks marks,
        ReadingPlace place) {

    public boolean closed() {
        return closedAt != null;
    }

    public int replies() {
        return Math.max(0, posts - 1);
    }

    /// Its one address.
    public String path() {
        return Addresses.discussion(id, title);
    }
}
