package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Titled;
import rounds.platform.database.Ids;
import rounds.platform.entry.Slug;

import java.time.Instant;

/// What stands on a shelf, or is suggested for it, what it is called, and who put it there.
///
/// @param number of a post in its discussion
@MappedEntity("topic_entry")
record EntryRow(
        String contentType,
        @Id long contentId,
        String state,
        String why,
        String title,
        @Nullable String kind,
        String language,
        @Nullable Integer number,
        @Nullable Long personId,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String profession,
        Instant addedAt) {

    ContentRef content() {
        return new ContentRef(ContentType.of(contentType), contentId);
    }

    ShelfEntry entry() {
        boolean reply = number != null && number > 1;
        return new ShelfEntry(
                new Titled(
                        content(),
                        reply ? title + " (" + number + ")" : title,
                        path(),
                        reply ? null : kind,
                        language),
                why,
                author(),
                addedAt);
    }

    private String path() {
        String slug = Slug.of(title);
        String named = Ids.text(contentId) + (slug.isEmpty() ? "" : "-" + slug);
        return switch (content().type()) {
            case POST -> "/p/" + Ids.text(contentId);
            case RESOURCE -> "/r/" + named;
            case CASE_STORY -> "/cases/" + named;
            default -> "/d/" + named;
        };
    }

    private @Nullable Author author() {
        return personId == null || handle == null || name == null
                ? null
                : new Author(personId, handle, name, profession == null ? "" : profession);
    }
}
