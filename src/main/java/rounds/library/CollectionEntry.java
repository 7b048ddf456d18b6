package rounds.library;

import io.micronaut.core.annotation.Introspected;

/// Where a resource stands in a collection.
@Introspected
record CollectionEntry(long resourceId, long place) {}
