package rounds.web.search;

import org.jspecify.annotations.Nullable;

import rounds.search.SearchRequest;
import rounds.search.SearchResults;

/// Which page of the hits somebody reads, and the ways on and back.
///
/// @param results absent where the question could not be taken
public record Turning(Question question, @Nullable SearchResults results) {
    private Nearby nearby() {
        return new Nearby(question);
    }

    public int number() {
        return question.page();
    }

    /// Whether this is one page of several.
    public boolean isSeveral() {
        return results != null && (number() > 1 || results.next() != null);
    }

    /// Whether more is found than pages can be turned.
    public boolean isLast() {
        return results != null && results.next() != null && number() >= Question.MOST_PAGES;
    }

    public @Nullable String next() {
        return results == null || results.next() == null || isLast()
                ? null
                : nearby().next(results.next());
    }

    public @Nullable String previous() {
        return number() == 1 ? null : nearby().previous();
    }

    /// The address of the first page.
    public String start() {
        return nearby().first();
    }

    /// Which of all the hits is the first on this page.
    public int from() {
        return (number() - 1) * SearchRequest.USUAL_HITS + 1;
    }

    /// Which of all the hits is the last on this page.
    public int until() {
        return results == null ? 0 : from() + results.hits().size() - 1;
    }
}
