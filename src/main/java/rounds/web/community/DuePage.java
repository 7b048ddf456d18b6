package rounds.web.community;

import rounds.community.Community;
import rounds.kernel.Reviewable;

import java.util.List;

/// What is due in a community to be looked at again, the longest due first.
///
/// @param more whether there is more than is shown
public record DuePage(Community community, List<Reviewable> due, boolean more) {}
