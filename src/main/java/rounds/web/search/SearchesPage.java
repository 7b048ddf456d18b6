package rounds.web.search;

import rounds.search.SavedSearch;
import rounds.search.SavedSearches;
import rounds.web.page.Filled;

import java.util.List;

/// The searches that somebody keeps.
///
/// @param deleted those that can come back
/// @param refused the form of one of them that could not be taken, with its words
public record SearchesPage(List<Entry> entries, List<SavedSearch> deleted, Filled refused) {

    /// @param fresh how many are new since she last looked
    /// @param again whether the refused form is its own
    public record Entry(SavedSearch saved, Asking asking, int fresh, boolean again) {}

    public int days() {
        return SavedSearches.KEPT_DAYS;
    }
}
