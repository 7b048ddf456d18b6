package rounds.search;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What somebody asks the search. Narrowings given here hold together with those typed into `q`.
///
/// @param q as it was typed: words, `"phrase"`, `-word`, `this OR that`, `word*`, parentheses, and
///   narrowings such as `in:`, `kind:`, `by:`, `tag:`, `before:`; at most 1,000 characters
/// @param chosen what hits are narrowed to; of several values of one facet a hit has one. A
///   community by its slug, an author by her handle
/// @param from this day and later, in UTC
/// @param to this day and earlier, in UTC
/// @param within only what stands in this discussion or document, or in this focus topic and its
///   sources
/// @param extras what is wanted besides the hits
/// @param limit hits to a page, 1 to 100
/// @param cursor [SearchResults#next] of the page before, for the same request
public record SearchRequest(
        String q,
        Map<Facet, List<String>> chosen,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long within,
        Order order,
        Set<Extra> extras,
        int limit,
        @Nullable String cursor) {
    public static final int LONGEST_QUERY = 1_000;
    public static final int MOST_HITS = 100;
    public static final int USUAL_HITS = 20;

    /// No value of a facet is longer.
    public static final int LONGEST_VALUE = 200;

    /// More values of one facet than these are a mistake.
    private static final int MOST_VALUES = 50;

    /// In which order hits come.
    public enum Order {
        /// What says best what was asked for.
        BEST,
        NEWEST,
        /// What helped most people.
        HELPFUL
    }

    /// What can be wanted besides the hits.
    public enum Extra {
        /// Of the hits in one discussion only the best stands in the list, a few others beside it.
        GROUPS,
        /// How many hits there are by each facet.
        COUNTS,
        /// Why each hit stands where it does.
        REASONS,
        /// Words only as they were typed, not what they are short for.
        AS_TYPED
    }

    /// Blank narrowings, as an empty field of a form sends them, are none.
    ///
    /// @throws ProblemException when a limit is passed
    public SearchRequest {
        chosen = given(chosen);
        extras = Set.copyOf(extras);
        cursor = cursor == null || cursor.isBlank() ? null : cursor.strip();
        if (q.length() > LONGEST_QUERY) {
            throw ProblemException.invalid("q", "search.q.long", LONGEST_QUERY);
        }
        if (limit < 1 || limit > MOST_HITS) {
            throw ProblemException.invalid("limit", "search.limit", MOST_HITS);
        }
        requireCounted("from", from);
        requireCounted("to", to);
    }

    public static SearchRequest of(String q) {
        return new SearchRequest(
                q, Map.of(), null, null, null, Order.BEST, Set.of(), USUAL_HITS, null);
    }

    /// The same, narrowed to these besides.
    public SearchRequest with(Facet facet, Collection<String> values) {
        var more = new EnumMap<Facet, List<String>>(Facet.class);
        more.putAll(chosen);
        more.put(facet, List.copyOf(values));
        return new SearchRequest(q, more, from, to, within, order, extras, limit, cursor);
    }

    /// The same, narrowed to this besides, where it is anything.
    public SearchRequest with(Facet facet, @Nullable String value) {
        return value == null ? this : with(facet, List.of(value));
    }

    public SearchRequest between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new SearchRequest(q, chosen, first, last, within, order, extras, limit, cursor);
    }

    public SearchRequest in(Order other) {
        return new SearchRequest(q, chosen, from, to, within, other, extras, limit, cursor);
    }

    /// The same, with these besides the hits.
    public SearchRequest with(Set<Extra> wanted) {
        return new SearchRequest(q, chosen, from, to, within, order, wanted, limit, cursor);
    }

    public boolean wants(Extra extra) {
        return extras.contains(extra);
    }

    /// Only what stands in this discussion or document.
    public SearchRequest within(@Nullable Long group) {
        return new SearchRequest(q, chosen, from, to, group, order, extras, limit, cursor);
    }

    public SearchRequest limit(int hits) {
        return new SearchRequest(q, chosen, from, to, within, order, extras, hits, cursor);
    }

    /// The same, from the place where a page ended.
    public SearchRequest after(@Nullable String next) {
        return new SearchRequest(q, chosen, from, to, within, order, extras, limit, next);
    }

    /// What was chosen of this facet.
    public List<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
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

    private static Map<Facet, List<String>> given(Map<Facet, List<String>> chosen) {
        var given = new EnumMap<Facet, List<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            List<String> stripped =
                    values.stream()
                            .filter(Objects::nonNull)
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .distinct()
                            .limit(MOST_VALUES)
                            .toList();
            if (stripped.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
                throw ProblemException.invalid(facet.code(), "search.value", LONGEST_VALUE);
            }
            if (!stripped.isEmpty()) {
                given.put(facet, stripped);
            }
        });
        return Collections.unmodifiableMap(given);
    }
}
