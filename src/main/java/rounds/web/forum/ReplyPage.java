package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.Post;

import java.util.List;
import java.util.Locale;

/// The page on which somebody answers.
///
/// @param answered the post that is answered; absent: the opening one
/// @param moved why her words are shown here again, where she sent them to another discussion;
///   absent: she did not
/// @param meanwhile what others answered while she was writing, to be read before she posts
public record ReplyPage(
        Community community,
        Discussion discussion,
        @Nullable Post answered,
        @Nullable Moved moved,
        List<Post> meanwhile,
        Box box) {

    /// What came into this discussion: all that was in hers, or the post that she answers.
    public enum Moved {
        DISCUSSION,
        POST;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How many people that was.
    public long others() {
        return meanwhile.stream().map(Post::author).distinct().count();
    }
}
