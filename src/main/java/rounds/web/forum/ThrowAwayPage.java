package rounds.web.forum;

import rounds.forum.DraftSummary;

/// Before a draft is thrown away: its author sees which one.
public record ThrowAwayPage(DraftSummary draft) {}
