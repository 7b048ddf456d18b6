package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;
import java.util.Objects;

/// A report of a post in a discussion, of a resource, or of a case story.
///
/// @param reason its code
/// @param verdict hidden, kept, restored, withdrawn by its author or deleted; absent while nobody
///   has decided, as are the two after it
@MappedEntity("report")
record ReportRow(
        @Id long id,
        long communityId,
        @Nullable Long postId,
        @Nullable Long discussionId,
        @Nullable Long resourceId,
        @Nullable Long caseId,
        long reporterId,
        String reason,
        Instant madeAt,
        @Nullable String verdict,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt) {

    /// What was reported.
    ContentRef content() {
        if (caseId != null) {
            return new ContentRef(ContentType.CASE_STORY, caseId);
        }
        return resourceId == null
                ? new ContentRef(ContentType.POST, Objects.requireNonNull(postId))
                : new ContentRef(ContentType.RESOURCE, resourceId);
    }

    /// What it stands in.
    long group() {
        return postId == null ? content().id() : Objects.requireNonNull(discussionId);
    }
}
