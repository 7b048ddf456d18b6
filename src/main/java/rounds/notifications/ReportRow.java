package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;
import java.util.Objects;

/// A report of a post in a discussion, or of a resource.
///
/// @param reason its code
/// @param verdict hidden, kept or restored; absent while nobody has decided, as are the two after
///   it
@MappedEntity("report")
record ReportRow(
        @Id long id,
        long communityId,
        @Nullable Long postId,
        @Nullable Long discussionId,
        @Nullable Long resourceId,
        long reporterId,
        String reason,
        Instant madeAt,
        @Nullable String verdict,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt) {

    /// What was reported.
    ContentRef content() {
        return resourceId == null
                ? new ContentRef(ContentType.POST, Objects.requireNonNull(postId))
                : new ContentRef(ContentType.RESOURCE, resourceId);
    }

    /// What it stands in.
    long group() {
        return resourceId == null ? Objects.requireNonNull(discussionId) : resourceId;
    }
}
