package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

/// A post as a column list of its table.
@Serdeable(naming = SnakeCaseStrategy.class)
record PostRow(
        long id,
        long discussionId,
        long communityId,
        int number,
        @Nullable Long parentId,
        @Nullable Integer parentNumber,
        String path,
        int depth,
        long authorId,
        String body,
        String html,
        int htmlVersion,
        String language,
        String visibility,
        String state,
        @Nullable String goneReason,
        String postedAt,
        @Nullable String editedAt,
        @Nullable String sourceId) {}
