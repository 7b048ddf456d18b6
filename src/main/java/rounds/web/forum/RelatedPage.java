package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.forum.DiscussionSummary;

import java.util.List;

/// Discussions that share tags with one.
public record RelatedPage(
        Community community, Discussion discussion, List<DiscussionSummary> list) {}
