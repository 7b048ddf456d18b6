package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;

import java.util.List;

/// A page of a discussion, and the community around it: whoever shows one shows both.
///
/// @param previous the cursor of the page before, as `before`; absent on the first
/// @param next the cursor of the page behind, as `after`; absent on the last
/// @param at the number of the post that was asked for
/// @param drafting whether the viewer has begun to write something here and not sent it
public record DiscussionPage(
        Community community,
        Discussion discussion,
        View view,
        List<Post> posts,
        @Nullable String previous,
        @Nullable String next,
        @Nullable Integer at,
        boolean drafting) {

    /// The same, where nobody asked for a post.
    DiscussionPage unasked() {
        return new DiscussionPage(
                community, discussion, view, posts, previous, next, null, drafting);
    }

    /// Whether the page stands alone, as that of most discussions does.
    public boolean whole() {
        return previous == null && next == null;
    }
}
