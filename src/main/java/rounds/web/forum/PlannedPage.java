package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.Planned;
import rounds.web.page.Filled;

/// A discussion that is planned, and what can be done about it.
///
/// @param html what its words will look like, safe
/// @param zone in which its time is typed
public record PlannedPage(
        Community community, Planned planned, String html, String zone, Filled filled) {}
