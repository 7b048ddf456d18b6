package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.Tag;

import java.util.List;

/// The tags of a community.
///
/// @param counted over how many of the newest discussions they are counted
public record TagsPage(Community community, List<Tag> tags, int counted) {}
