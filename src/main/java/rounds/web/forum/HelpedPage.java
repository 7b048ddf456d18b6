package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.PostInDiscussion;
import rounds.web.page.Filled;

/// The page on which somebody marks a post as what helped.
public record HelpedPage(Community community, PostInDiscussion of, Filled filled) {}
