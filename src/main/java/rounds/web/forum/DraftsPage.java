package rounds.web.forum;

import rounds.forum.DraftSummary;

import java.util.List;

/// What somebody has begun to write and not posted.
///
/// @param days after which a draft goes that nobody comes back to
public record DraftsPage(List<DraftSummary> drafts, long days) {}
