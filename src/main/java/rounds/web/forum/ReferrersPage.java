package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.PostInDiscussion;
import rounds.forum.Referrer;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;

/// What leads to a post, the newest first.
public record ReferrersPage(Community community, PostInDiscussion of, Slice<Referrer> list) {

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/p/" + Ids.text(of.post().id()) + "/mentions?after=" + list.next();
    }
}
