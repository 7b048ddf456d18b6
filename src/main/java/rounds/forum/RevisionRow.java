package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// @param title of the discussion, where the next edit changed it
/// @param tags the same, where its author did and no other has changed them since
/// @param body only where it was asked for
@MappedEntity("post_revision")
record RevisionRow(
        @Id int revision,
        Instant writtenAt,
        boolean sealed,
        @Nullable String title,
        String @Nullable [] tags,
        @Nullable String body) {}
