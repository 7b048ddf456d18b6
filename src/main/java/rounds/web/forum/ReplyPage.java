package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.Post;

import java.util.List;

/// The page on which somebody answers.
///
/// @param answered the post that is answered; absent: the opening one
/// @param meanwhile what others answered while she was writing, to be read before she posts
public record ReplyPage(
        Community community,
        Discussion discussion,
        @Nullable Post answered,
        List<Post> meanwhile,
        Box box) {

    /// How many people that was.
    public long others() {
        return meanwhile.stream().map(Post::author).distinct().count();
    }
}
