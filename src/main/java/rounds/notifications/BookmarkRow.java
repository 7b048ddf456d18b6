package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;
import java.time.LocalDate;

@MappedEntity("bookmark")
record BookmarkRow(
        @Id long contentId,
        String contentType,
        String note,
        @Nullable LocalDate remindOn,
        Instant madeAt) {

    ContentRef content() {
        return new ContentRef(ContentType.of(contentType), contentId);
    }
}
