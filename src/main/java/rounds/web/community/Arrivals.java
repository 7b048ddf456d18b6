package rounds.web.community;

import rounds.community.Newcomer;
import rounds.web.page.Filled;

import java.util.List;

/// New people in a community.
///
/// @param asked whether the viewer is asked to introduce herself
/// @param newcomers those who did, the newest first
/// @param filled an empty form
public record Arrivals(boolean asked, List<Newcomer> newcomers, Filled filled) {}
