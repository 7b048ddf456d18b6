package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.PostInDiscussion;
import rounds.web.page.Filled;

/// The page on which the author of a post asks something to vote on, or asks otherwise.
public record PollPage(Community community, PostInDiscussion found, Filled filled) {}
