package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseStory;
import rounds.community.Community;
import rounds.forum.DiscussionSummary;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;

/// All discussions that lead to a case story.
public record DiscussedPage(Community community, CaseStory story, Slice<DiscussionSummary> list) {

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/cases/" + Ids.text(story.id()) + "/discussions?after=" + list.next();
    }
}
