package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Mine;
import rounds.forum.DiscussionSummary;

import java.util.List;

/// The first page for somebody who has signed in: what is new in her communities.
///
/// @param communities hers, by name
/// @param next the address of the next page, or null on the last
public record MinePage(
        List<Mine> communities, List<DiscussionSummary> discussions, @Nullable String next) {}
