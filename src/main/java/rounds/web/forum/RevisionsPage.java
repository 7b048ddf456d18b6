package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.History;

/// What a post said before.
public record RevisionsPage(Community community, History history) {}
