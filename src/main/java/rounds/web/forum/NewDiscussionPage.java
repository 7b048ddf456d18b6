package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which somebody opens a discussion.
///
/// @param kinds the codes of those she may choose
/// @param preview what the words will look like, where that was asked for
public record NewDiscussionPage(
        Community community, List<String> kinds, Filled filled, @Nullable String preview) {}
