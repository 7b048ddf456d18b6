package rounds.search;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One page of hits, best first.
///
/// @param total of all hits that this viewer may read, on all pages
/// @param next where the following page begins; null on the last
/// @param whole false while the index is being built or cannot be written: newer content may be
///   missing
public record SearchResults(
        List<SearchHit> hits,
        long total,
        @Nullable String next,
        Understood understood,
        boolean whole) {}
