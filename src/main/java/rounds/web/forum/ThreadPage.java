package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Post;
import rounds.forum.View;
import rounds.notifications.Keeping;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page of a discussion as its readers see it.
///
/// @param reply what stands in the box for a reply
/// @param preview what the words in the box will look like, where that was asked for
/// @param keeping what the reader keeps of it
public record ThreadPage(
        DiscussionPage shown, Filled reply, @Nullable String preview, Keeping keeping) {

    public Community community() {
        return shown.community();
    }

    public Discussion discussion() {
        return shown.discussion();
    }

    /// The opening post, where this page holds it.
    public @Nullable Post opening() {
        return shown.posts().isEmpty() || !shown.posts().getFirst().opening()
                ? null
                : shown.posts().getFirst();
    }

    public List<Post> replies() {
        return opening() == null ? shown.posts() : shown.posts().subList(1, shown.posts().size());
    }

    /// The ids of what this page shows, as its form sends them when it has been seen.
    public String seen() {
        return Stream.concat(
                        Stream.of(discussion().id()),
                        shown.posts().stream().filter(post -> !post.gone()).map(Post::id))
                .map(Ids::text)
                .collect(Collectors.joining(","));
    }

    public boolean tree() {
        return shown.view() == View.TREE;
    }

    public @Nullable String previous() {
        return shown.previous() == null ? null : page("before=" + shown.previous());
    }

    public @Nullable String next() {
        return shown.next() == null ? null : page("after=" + shown.next());
    }

    private String page(String cursor) {
        return discussion().path() + (tree() ? "?" : "?view=time&") + cursor + "#replies";
    }
}
