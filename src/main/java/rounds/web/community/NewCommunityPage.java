package rounds.web.community;

import rounds.web.page.Filled;

/// The form in which a community is founded.
public record NewCommunityPage(Filled filled) {}
