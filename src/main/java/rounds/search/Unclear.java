package rounds.search;

import java.util.List;

/// A narrowing that was not understood as it was typed.
///
/// @param typed as it stood in the question, or the name that was looked for
/// @param why `kind`, `type` or `day` for a value that there is none of, and nothing was narrowed;
///   `community` or `person` for one that the viewer does not know of, and `reversed` for days of
///   which the first is the later: nothing can be found; `people` and `communities` for a name, or
///   a part of one, that several have: all of them were meant
/// @param among those people or communities, by name; of a `community` that there is none of, the
///   nearest
public record Unclear(String typed, String why, List<Called> among) {

    public Unclear(String typed, String why) {
        this(typed, why, List.of());
    }
}
