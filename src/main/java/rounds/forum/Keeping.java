package rounds.forum;

/// What came of saving a draft.
public sealed interface Keeping {
    Draft draft();

    /// Kept; the next save goes on from this one's revision.
    record Saved(Draft draft) implements Keeping {}

    /// Another device was quicker. Nothing was overwritten: this is what it saved, and both are
    /// there to choose from.
    record Meanwhile(Draft draft) implements Keeping {}
}
