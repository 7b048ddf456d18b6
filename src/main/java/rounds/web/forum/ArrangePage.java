package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Mergeable;
import rounds.forum.Post;
import rounds.forum.Target;
import rounds.web.page.Filled;

import java.util.List;

/// Where moderators put a discussion, or posts of it, elsewhere.
///
/// @param targets communities it can be moved to
/// @param shown a page of its posts, to choose from
/// @param kinds the codes to choose among for a new discussion
/// @param sought what the other discussion to merge into was looked for by; empty: it was not
/// @param choices what was found
/// @param form which of the forms `filled` belongs to: `move`, `merge` or `split`
public record ArrangePage(
        Community community,
        DiscussionPage shown,
        List<Target> targets,
        List<String> kinds,
        String sought,
        List<Mergeable> choices,
        String form,
        Filled filled) {

    public Discussion discussion() {
        return shown.discussion();
    }

    /// Posts that can go into a discussion of their own.
    public List<Post> posts() {
        return shown.posts().stream()
                .filter(post -> !post.gone() && !post.opening())
                .filter(post -> post.state().code().equals("visible"))
                .toList();
    }

    public @Nullable String next() {
        return shown.next() == null ? null : "?after=" + shown.next() + "#split";
    }

    public @Nullable String previous() {
        return shown.previous() == null ? null : "?before=" + shown.previous() + "#split";
    }
}
