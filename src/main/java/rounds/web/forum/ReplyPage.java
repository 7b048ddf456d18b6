package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.Post;
import rounds.web.page.Filled;

/// The page on which somebody answers.
///
/// @param answered the post that is answered; absent: the opening one
/// @param preview what the words will look like, where that was asked for
public record ReplyPage(
        Community community,
        Discussion discussion,
        @Nullable Post answered,
        Filled filled,
        @Nullable String preview) {}
