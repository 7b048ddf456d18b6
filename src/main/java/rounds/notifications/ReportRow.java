package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A report of a post.
///
/// @param reason its code
/// @param verdict hidden, kept or restored; absent while nobody has decided, as are the two after
///   it
@MappedEntity("report")
record ReportRow(
        @Id long id,
        long communityId,
        long postId,
        long discussionId,
        long reporterId,
        String reason,
        Instant madeAt,
        @Nullable String verdict,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt) {}
