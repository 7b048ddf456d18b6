package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.DraftSummary;
import rounds.forum.Tag;
import rounds.search.SearchHit;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which somebody opens a discussion.
///
/// @param kinds the codes of those she may choose
/// @param tags to be suggested, the most used first
/// @param begun discussions for this community that she has begun before and not posted
/// @param similar what others wrote under titles like hers, where the page was asked to look
public record NewDiscussionPage(
        Community community,
        List<String> kinds,
        List<Tag> tags,
        Box box,
        List<DraftSummary> begun,
        List<SearchHit> similar) {

    public Filled filled() {
        return box.filled();
    }
}
