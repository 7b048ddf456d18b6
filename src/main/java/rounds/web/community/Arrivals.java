package rounds.web.community;

import rounds.community.Newcomer;
import rounds.start.Beginning;
import rounds.web.page.Filled;

import java.util.List;

/// New people in a community.
///
/// @param asked whether the viewer is asked to introduce herself
/// @param newcomers those who did, the newest first
/// @param start what the viewer reads first, where she is new herself
/// @param filled an empty form
public record Arrivals(
        boolean asked, List<Newcomer> newcomers, List<Beginning> start, Filled filled) {}
