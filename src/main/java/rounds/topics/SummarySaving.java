package rounds.topics;

/// What became of a summary that was to be saved.
public sealed interface SummarySaving {

    record Saved(Topic topic) implements SummarySaving {}

    /// Somebody else saved one meanwhile: nothing is overwritten, and both are there to choose
    /// from.
    ///
    /// @param base what both went on from
    /// @param theirs what stands now
    /// @param number of what stands now, from which the next save goes on
    /// @param both both put together
    /// @param apart whether they changed the same words: hers stand before theirs there
    record Meanwhile(String base, String theirs, int number, String both, boolean apart)
            implements SummarySaving {}
}
