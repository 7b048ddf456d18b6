package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;

/// A discussion as it is first stored, its opening post counted.
@MappedEntity("discussion")
record OpenedDiscussion(
        @Id long id,
        long communityId,
        String kind,
        String title,
        String language,
        String[] tags,
        String visibility,
        String state,
        long openedBy,
        Instant openedAt,
        Instant lastAt,
        long lastBy,
        int lastNumber,
        int posts) {}
