package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.Tag;
import rounds.web.page.Filled;

import java.util.List;

/// Where moderators say what a tag means.
///
/// @param others names to merge it into
public record TagPage(Community community, Tag tag, List<Tag> others, Filled filled) {}
