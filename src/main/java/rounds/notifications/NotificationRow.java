package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;

/// One thing that happened for the viewer, with the names that stand beside it.
@MappedEntity("notification")
record NotificationRow(
        @Id long id,
        String bundle,
        String reason,
        String contentType,
        long contentId,
        String communitySlug,
        String communityName,
        @Nullable Long actorId,
        @Nullable String actorHandle,
        @Nullable String actorName,
        long occasion,
        String detail,
        @Nullable String words,
        @Nullable Instant before,
        Instant at,
        boolean read,
        Instant headAt,
        long headId) {

    ContentRef content() {
        return new ContentRef(ContentType.of(contentType), contentId);
    }
}
