package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.ThreadMap;
import rounds.platform.database.Ids;

/// All posts of a discussion: who, when, what helped.
public record MapPage(Community community, ThreadMap map) {

    public @Nullable String next() {
        return map.posts().next() == null
                ? null
                : "/d/" + Ids.text(map.discussion().id()) + "/map?after=" + map.posts().next();
    }
}
