package rounds.web.forum;

import rounds.forum.Discussion;
import rounds.forum.NewsPage;
import rounds.forum.Post;
import rounds.notifications.Keeping;

import java.util.List;

/// Posts that a page of a discussion lacks.
///
/// @param keeping what the reader keeps of the discussion
public record FreshPage(NewsPage news, Keeping keeping) {

    public Discussion discussion() {
        return news.discussion();
    }

    public List<Post> posts() {
        return news.posts();
    }

    public boolean more() {
        return news.more();
    }
}
