package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.PostInDiscussion;
import rounds.forum.Said;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;

/// Who said what about a post, the latest first.
public record ReactionsPage(Community community, PostInDiscussion of, Slice<Said> list) {

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/p/" + Ids.text(of.post().id()) + "/reactions?after=" + list.next();
    }
}
