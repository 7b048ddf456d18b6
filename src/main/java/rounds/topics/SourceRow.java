package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;

/// @param title null where the viewer may not read it, or it is gone
/// @param discussionId of a post
/// @param newVersionAt of a resource: when the version that is read was made; null: its first
/// @param laterAt of a case story: its last follow-up
@MappedEntity("topic_citation")
record SourceRow(
        @Id long contentId,
        String contentType,
        int ordinal,
        @Nullable Integer page,
        Instant seenAt,
        @Nullable String title,
        @Nullable String language,
        @Nullable String kind,
        @Nullable Integer number,
        @Nullable String author,
        @Nullable String state,
        @Nullable Instant editedAt,
        @Nullable Instant newVersionAt,
        @Nullable Instant laterAt,
        int version) {

    Source source() {
        ContentRef content = new ContentRef(ContentType.of(contentType), contentId);
        return new Source(
                content,
                page,
                seenAt,
                title == null ? "" : title,
                language == null ? "" : language,
                kind == null ? "" : kind,
                number == null ? 0 : number,
                author == null ? "" : author,
                became(),
                at(),
                version);
    }

    private Source.Became became() {
        if (title == null) {
            return Source.Became.GONE;
        }
        if (state != null && !state.equals("visible")) {
            return Source.Became.HIDDEN;
        }
        if (newVersionAt != null && newVersionAt.isAfter(seenAt)) {
            return Source.Became.VERSION;
        }
        if (laterAt != null && laterAt.isAfter(seenAt)) {
            return Source.Became.LATER;
        }
        return editedAt != null && editedAt.isAfter(seenAt)
                ? Source.Became.EDITED
                : Source.Became.SAME;
    }

    private @Nullable Instant at() {
        return switch (became()) {
            case VERSION -> newVersionAt;
            case LATER -> laterAt;
            case EDITED -> editedAt;
            case SAME, HIDDEN, GONE -> null;
        };
    }
}
