package rounds.web.library;

import rounds.search.Passage;

import java.util.List;

/// What was found by words inside a document.
///
/// @param q as it was asked
/// @param pages on which all the words stand, in their order
/// @param more whether there are further ones, or pages that were not looked through
public record Found(String q, List<FoundPage> pages, boolean more) {

    /// @param number of the page
    public record FoundPage(int number, Passage passage) {}

    public static final Found NOTHING_ASKED = new Found("", List.of(), false);

    public boolean isAsked() {
        return !q.isEmpty();
    }
}
