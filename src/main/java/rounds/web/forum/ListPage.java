package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.DiscussionSummary;
import rounds.platform.database.Slice;

/// A list with which people keep up.
///
/// @param name `followed` or `unanswered`
/// @param community the one it is of; null: all
public record ListPage(String name, @Nullable Community community, Slice<DiscussionSummary> list) {

    public @Nullable String next() {
        if (list.next() == null) {
            return null;
        }
        String path = community == null ? "/" + name : community.path() + "/" + name;
        return path + "?after=" + list.next();
    }
}
