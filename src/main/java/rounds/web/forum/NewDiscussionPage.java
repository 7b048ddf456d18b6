package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Tag;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which somebody opens a discussion.
///
/// @param kinds the codes of those she may choose
/// @param tags to be suggested, the most used first
/// @param preview what the words will look like, where that was asked for
public record NewDiscussionPage(
        Community community,
        List<String> kinds,
        List<Tag> tags,
        Filled filled,
        @Nullable String preview) {}
