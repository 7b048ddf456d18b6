package rounds.search;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A search that somebody keeps, for herself alone.
///
/// @param name as she calls it
/// @param asked what is searched for, from the first page on
/// @param alerts whether she is told of what is new
/// @param lookedAt what is older she has seen
/// @param deletedAt null unless she has deleted it; for [SavedSearches#KEPT_DAYS] days it can come
///   back
public record SavedSearch(
        long id,
        String name,
        SearchRequest asked,
        boolean alerts,
        Instant savedAt,
        Instant lookedAt,
        @Nullable Instant deletedAt) {}
