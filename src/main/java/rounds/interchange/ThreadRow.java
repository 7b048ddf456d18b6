package rounds.interchange;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A discussion to which posts are added.
///
/// @param opening its first post; null while there is none
@Introspected
record ThreadRow(
        long id,
        @Nullable String sourceId,
        long communityId,
        String language,
        String visibility,
        int lastNumber,
        Instant lastAt,
        @Nullable Long opening) {}
