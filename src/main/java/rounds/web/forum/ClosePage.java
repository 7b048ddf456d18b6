package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.Discussion;
import rounds.web.page.Filled;

/// Before a discussion is closed to replies: its readers are told why.
///
/// @param owed whether the reason may not be left out, since somebody else began it
public record ClosePage(Community community, Discussion discussion, boolean owed, Filled filled) {}
