package rounds.search;

import rounds.kernel.Excerpt;

import java.util.List;

/// One hit: the content as its viewer may read it, and where it says what was asked for.
///
/// @param title the title, the words that were asked for marked
/// @param passage about 200 characters of the text, likewise
/// @param beside other places of the same discussion, the best first; at most [#MOST_BESIDE]
/// @param more how many places of it are found besides all these
/// @param reasons why it stands where it does, the weightiest first; empty unless they were wanted
public record SearchHit(
        Excerpt excerpt,
        Passage title,
        Passage passage,
        List<Beside> beside,
        int more,
        List<Reason> reasons) {
    static final int MOST_BESIDE = 2;

    /// Another place of the same discussion.
    public record Beside(Excerpt excerpt, Passage passage) {}

    public SearchHit(Excerpt excerpt, Passage title, Passage passage) {
        this(excerpt, title, passage, List.of(), 0, List.of());
    }
}
