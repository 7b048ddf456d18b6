package rounds.cases;

/// What became of words that were to be kept.
public sealed interface Saving {

    /// @param revision from which the next save goes on
    record Saved(int revision) implements Saving {}

    /// Something else was saved there since: nothing is overwritten, and this is what stands there.
    record Meanwhile(String body, int revision) implements Saving {}
}
