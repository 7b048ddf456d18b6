package rounds.web.community;

import rounds.cases.CaseSummary;
import rounds.community.Community;
import rounds.community.Member;
import rounds.forum.DiscussionSummary;
import rounds.topics.TopicSummary;

import java.util.List;

/// The home of a community.
///
/// @param leaders its chairs and core team
/// @param topics the focus topics that are open, that are being written, and that are published
/// @param featured what moderators show first
/// @param discussions the pinned ones, then the latest
/// @param more whether there are older ones
/// @param stories the newest case stories
/// @param watch the code of how much its reader wants to hear of it; empty: as usual
/// @param arrivals new people
public record HomePage(
        Community community,
        List<Member> leaders,
        List<TopicSummary> topics,
        List<DiscussionSummary> featured,
        List<DiscussionSummary> discussions,
        boolean more,
        List<CaseSummary> stories,
        String watch,
        Arrivals arrivals) {}
