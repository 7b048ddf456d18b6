package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.State;

/// A resource in a list that says what became of it.
///
/// @param fate what moderators decided, where others do not read it
/// @param declined whether it was not let in and may be handed in again
/// @param asked that it is to be looked at once more
/// @param opens whether others read it by themselves once nothing in its file is asked about
/// @param rewording whether other words that its owner wrote wait for a moderator
/// @param renewing whether a new version of it waits for a decision
public record Withheld(
        ResourceSummary resource,
        State state,
        boolean declined,
        @Nullable Fate fate,
        @Nullable Asked asked,
        boolean opens,
        boolean rewording,
        boolean renewing) {

    /// What it is now, below `library.stands.` in the messages.
    public String stands() {
        if (state == State.QUEUED) {
            return opens ? "held" : asked == null ? state.code() : "again";
        }
        return fate == null ? state.code() : fate.act();
    }

    /// Whether others read something else than its owner wants, or than somebody proposes.
    public boolean changing() {
        return rewording || renewing;
    }

    /// Whether a moderator has something to leave hidden: what a report hid, or what its owner asks
    /// to be shown again.
    public boolean appealed() {
        return state == State.HIDDEN
                && (asked != null || (fate != null && fate.act().equals("hidden_by_report")));
    }
}
