package rounds.search;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.time.LocalDate;

/// What somebody asks the search. Narrowings given here hold together with those typed into `q`.
///
/// @param q as it was typed: words, `"phrase"`, `-word`, `in:`, `kind:`, `type:`, `by:`, `tag:`,
///   `before:`, `after:`; at most 1,000 characters
/// @param community a slug
/// @param type `discussion`, `post` or `resource`
/// @param author a handle
/// @param from this day and later, in UTC
/// @param to this day and earlier, in UTC
/// @param limit hits to a page, 1 to 100
/// @param cursor [SearchResults#next] of the page before, for the same request
public record SearchRequest(
        String q,
        @Nullable String community,
        @Nullable String kind,
        @Nullable String type,
        @Nullable String author,
        @Nullable String tag,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int limit,
        @Nullable String cursor) {
    public static final int LONGEST_QUERY = 1_000;
    public static final int MOST_HITS = 100;
    public static final int USUAL_HITS = 20;

    /// Blank narrowings, as an empty field of a form sends them, are none.
    ///
    /// @throws ProblemException when a limit is passed
    public SearchRequest {
        community = given(community);
        kind = given(kind);
        type = given(type);
        author = given(author);
        tag = given(tag);
        cursor = given(cursor);
        if (q.length() > LONGEST_QUERY) {
            throw ProblemException.invalid("q", "search.q.long", LONGEST_QUERY);
        }
        if (limit < 1 || limit > MOST_HITS) {
            throw ProblemException.invalid("limit", "search.limit", MOST_HITS);
        }
        requireCounted("from", from);
        requireCounted("to", to);
    }

    /// Whether a day lies where anything here could have been written: further off, moments cannot
    /// be counted.
    static boolean isCounted(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() <= 9999;
    }

    private static void requireCounted(String field, @Nullable LocalDate day) {
        if (day != null && !isCounted(day)) {
            throw ProblemException.invalid(field, "search.day");
        }
    }

    public static SearchRequest of(String q) {
        return new SearchRequest(q, null, null, null, null, null, null, null, USUAL_HITS, null);
    }

    /// The same, from the place where a page ended.
    public SearchRequest after(String next) {
        return new SearchRequest(q, community, kind, type, author, tag, from, to, limit, next);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
