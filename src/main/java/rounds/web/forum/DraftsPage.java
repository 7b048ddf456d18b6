package rounds.web.forum;

import rounds.cases.BegunStory;
import rounds.cases.CaseSummary;
import rounds.forum.DraftSummary;
import rounds.forum.Planned;

import java.util.List;

/// What somebody has begun to write and not posted.
///
/// @param planned what she has planned to be opened later
/// @param stories of hers that are drafts, or wait for a second reader
/// @param begun stories of hers that others read, and that she has begun to change
/// @param days after which a draft goes that nobody comes back to
public record DraftsPage(
        List<DraftSummary> drafts,
        List<Planned> planned,
        List<CaseSummary> asked,
        List<CaseSummary> stories,
        List<BegunStory> begun,
        long days) {}
