package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.DiscussionSummary;
import rounds.library.Resource;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;

/// All discussions that lead to a resource.
public record DiscussedPage(Community community, Resource resource, Slice<DiscussionSummary> list) {

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/r/" + Ids.text(resource.id()) + "/discussions?after=" + list.next();
    }
}
