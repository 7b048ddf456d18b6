package rounds.web.library;

import rounds.search.Passage;

import java.util.List;

/// What was found by words inside a document.
///
/// @param q as it was asked
/// @param pages on which the words stand, in their order
/// @param more whether there are further ones, or pages that were not looked through
/// @param partly whether no page holds all the words, and these hold some of them
public record Found(String q, List<FoundPage> pages, boolean more, boolean partly) {

    /// @param number of the page
    public record FoundPage(int number, Passage passage) {}

    public static final Found NOTHING_ASKED = new Found("", List.of(), false, false);

    public boolean isAsked() {
        return !q.isEmpty();
    }

    Found some() {
        return new Found(q, pages, more, true);
    }
}
