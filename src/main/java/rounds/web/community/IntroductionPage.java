package rounds.web.community;

import rounds.community.Community;
import rounds.web.page.Filled;

/// The two lines with which one introduces oneself.
///
/// @param said whether she has done so before
public record IntroductionPage(Community community, boolean said, Filled filled) {}
