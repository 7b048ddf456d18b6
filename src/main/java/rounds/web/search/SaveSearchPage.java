package rounds.web.search;

import rounds.search.SavedSearches;
import rounds.web.page.Filled;

/// The form by which a search is kept.
public record SaveSearchPage(Asking asking, Filled form) {

    public int longest() {
        return SavedSearches.LONGEST_NAME;
    }
}
