package rounds.web.community;

import rounds.community.Community;

/// Asks whether she really leaves.
public record LeavePage(Community community) {}
