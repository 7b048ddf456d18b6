package rounds.web.search;

import rounds.search.SavedSearch;
import rounds.search.SearchResults;

import java.time.Instant;

/// What is new in a saved search.
///
/// @param now until when everything new was looked for
public record SavedSearchPage(SavedSearch saved, Asking asking, SearchResults news, Instant now) {

    /// With what a hit is opened, so that its page marks what was looked for.
    public String opening() {
        return Opening.of(saved.asked().q(), news.understood());
    }
}
