package rounds.library;

import java.util.List;

/// A resource on the moderators' desk: once, with all that waits there about it.
///
/// @param reports that nobody has decided about, the oldest first
/// @param proposals versions and words that wait for a decision, the oldest first
/// @param own whether the moderator shared it herself
public record LibraryCase(
        Withheld standing, List<ResourceReport> reports, List<Proposal> proposals, boolean own) {

    public ResourceSummary resource() {
        return standing.resource();
    }

    /// Whether a moderator has something to leave hidden.
    public boolean staysHidden() {
        return standing.appealed() || (waits() && !reports.isEmpty());
    }

    /// Whether others do not read it.
    public boolean waits() {
        return resource().waits();
    }
}
