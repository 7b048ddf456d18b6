package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.Post;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which somebody changes what she wrote, or a moderator the tags.
///
/// @param post absent where the whole discussion is edited
/// @param kinds the codes to choose among
/// @param revision from which the form was made: what there is now, unless the form says an older
///   one
/// @param called whether title and kind can be changed, not only the tags
/// @param words whether the words can be changed
public record EditPage(
        Community community,
        Discussion discussion,
        @Nullable Post post,
        List<String> kinds,
        int revision,
        boolean called,
        boolean words,
        Box box) {

    public Filled filled() {
        return box.filled();
    }
}
