package rounds.search;

import rounds.kernel.Excerpt;

import java.util.List;
import java.util.stream.Collectors;

/// One hit: the content as its viewer may read it, and where it says what was asked for.
///
/// @param title the title, the words that were asked for marked
/// @param passage about 200 characters of the text, likewise
/// @param beside other places of the same discussion, the best first; at most [#MOST_BESIDE]
/// @param more how many places of it are found besides all these
/// @param missing which of the words it does not hold, in the order they were asked for; empty
///   where every hit holds all of them
/// @param reasons why it stands where it does, the weightiest first; empty unless they were wanted
public record SearchHit(
        Excerpt excerpt,
        Passage title,
        Passage passage,
        List<Beside> beside,
        int more,
        List<String> missing,
        List<Reason> reasons) {
    static final int MOST_BESIDE = 2;

    /// Of a longer question nobody reads all that a hit is without.
    private static final int MOST_MISSING = 5;

    /// Another place of the same discussion.
    public record Beside(Excerpt excerpt, Passage passage) {}

    public SearchHit(Excerpt excerpt, Passage title, Passage passage) {
        this(excerpt, title, passage, List.of(), 0, List.of(), List.of());
    }

    /// What it is without, as far as it can be said in a line.
    public String without() {
        String first = missing.stream().limit(MOST_MISSING).collect(Collectors.joining(", "));
        return missing.size() > MOST_MISSING ? first + ", …" : first;
    }
}
