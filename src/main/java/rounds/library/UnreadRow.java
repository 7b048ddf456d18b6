package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

/// A version whose text is still to be read.
///
/// @param tries how often that was begun
@MappedEntity("resource_version")
record UnreadRow(
        @Id long id,
        long resourceId,
        long communityId,
        String form,
        @Nullable String hash,
        @Nullable String type,
        @Nullable String body,
        int tries) {}
