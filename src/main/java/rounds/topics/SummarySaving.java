package rounds.topics;

import org.jspecify.annotations.Nullable;

/// What became of a summary that was to be saved.
public sealed interface SummarySaving {

    record Saved(Topic topic) implements SummarySaving {}

    /// Somebody else saved one meanwhile: nothing is overwritten, and both are there to choose
    /// from.
    ///
    /// @param base what both went on from
    /// @param theirs what stands now
    /// @param number of what stands now, from which the next save goes on
    /// @param merged both put together; null where they changed the same words
    record Meanwhile(String base, String theirs, int number, @Nullable String merged)
            implements SummarySaving {}
}
