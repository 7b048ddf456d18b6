package rounds.search;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// One page of hits, best first.
///
/// @param total of all hits that this viewer may read, on all pages; of a grouped list each
///   discussion counts once
/// @param places of all hits, each post of a discussion counted
/// @param counts how many hits there are by each value of each facet, where that was asked for; the
///   most frequent first
/// @param next where the following page begins; null on the last
/// @param whole false while the index is being built or cannot be written: newer content may be
///   missing
public record SearchResults(
        List<SearchHit> hits,
        long total,
        long places,
        Map<Facet, List<Count>> counts,
        @Nullable String next,
        Understood understood,
        boolean whole) {

    /// One value, and how many hits have it.
    ///
    /// @param value by which it is narrowed to
    /// @param name of a community or a person; of anything else the value
    @Serdeable
    public record Count(String value, String name, int hits) {}

    SearchResults with(Map<Facet, List<Count>> counted) {
        return new SearchResults(hits, total, places, counted, next, understood, whole);
    }
}
