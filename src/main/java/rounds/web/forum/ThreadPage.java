package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.DiscussionPage;
import rounds.forum.Help;
import rounds.forum.Post;
import rounds.forum.View;
import rounds.notifications.Keeping;
import rounds.platform.database.Ids;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page of a discussion as its readers see it.
///
/// @param helped what helped in it, from all its pages
/// @param box for her reply; absent where she may not answer
/// @param card for search engines and previews, where everybody reads the discussion
/// @param keeping what the reader keeps of it
public record ThreadPage(
        DiscussionPage shown,
        List<Help> helped,
        @Nullable Box box,
        @Nullable Card card,
        Keeping keeping) {
    /// Characters a minute, marks of the HTML included, of somebody who reads to understand: told
    /// from the length alone, since it stands on every page.
    private static final int PACE = 220 * 6;

    /// Whether that post may have gone elsewhere: it is not here, nor anything else of a discussion
    /// that was emptied.
    boolean lacks(@Nullable Integer at) {
        return at == null
                ? discussion().posts() == 0 && shown.posts().isEmpty()
                : shown.posts().stream().noneMatch(post -> post.number() == at);
    }

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

    /// The number of the first reply on this page that is new to its reader; 0 where none is.
    public int newFrom() {
        return replies().stream().filter(Post::fresh).map(Post::number).findFirst().orElse(0);
    }

    /// The numbers of the posts on this page that she has not read, with blanks between; where she
    /// has not been before, all of them.
    public String unread() {
        boolean been = discussion().place().since() != null;
        return shown.posts().stream()
                .filter(post -> !been || post.fresh())
                .map(post -> String.valueOf(post.number()))
                .collect(Collectors.joining(" "));
    }

    /// The number of the post that was asked for and is not there to be read; 0 where it is.
    public int missing() {
        Integer asked = shown.at();
        return asked == null || shown.posts().stream().anyMatch(post -> post.number() == asked)
                ? 0
                : asked;
    }

    /// How long the discussion takes to read, in minutes, told from the posts of this page.
    public int minutes() {
        long here = shown.posts().stream().mapToLong(post -> post.html().length()).sum();
        long posts = Math.max(1, shown.posts().size());
        long all = shown.whole() ? here : here * Math.max(posts, discussion().posts()) / posts;
        return (int) Math.ceilDiv(all, PACE);
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
        return discussion().path() + "?view=" + shown.view().code() + "&" + cursor + "#replies";
    }
}
