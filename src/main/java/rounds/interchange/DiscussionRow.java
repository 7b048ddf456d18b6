package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A discussion as a column list of its table.
@Serdeable(naming = SnakeCaseStrategy.class)
record DiscussionRow(
        long id,
        long communityId,
        String kind,
        String title,
        String language,
        List<String> tags,
        String visibility,
        long openedBy,
        String openedAt,
        @Nullable String pinnedAt,
        @Nullable String closedAt,
        @Nullable Long closedBy,
        String closedReason,
        @Nullable String featuredAt,
        String progress,
        int lastNumber,
        @Nullable String sourceId) {}
