package rounds.web.library;

import rounds.community.Community;
import rounds.library.Resource;
import rounds.library.Version;
import rounds.web.page.Filled;

/// A proposed version beside the one that is read now, before somebody decides about it.
///
/// @param own whether the viewer proposed it
public record DecisionPage(
        Community community,
        Resource resource,
        Version current,
        Version proposed,
        Comparison comparison,
        boolean own,
        Filled filled) {

    /// Whether another version was read when it was proposed.
    public boolean isBehind() {
        return proposed.isBehind(current.number());
    }
}
