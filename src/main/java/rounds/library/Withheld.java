package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.State;

/// A resource in a list that says what became of it.
///
/// @param fate what moderators decided, where others do not read it
/// @param declined whether it was not let in and may be handed in again
/// @param asked that it is to be looked at once more
public record Withheld(
        ResourceSummary resource,
        State state,
        boolean declined,
        @Nullable Fate fate,
        @Nullable Asked asked) {

    /// What it is now, below `library.state.` in the messages.
    public String stands() {
        return fate == null || state == State.QUEUED ? state.code() : fate.act();
    }
}
