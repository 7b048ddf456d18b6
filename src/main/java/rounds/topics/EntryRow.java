package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;

/// What stands on a shelf, or is suggested for it, what it is called, and who put it there.
///
/// @param place on the shelf, as a number that grows from one to the next
/// @param number of a post in its discussion
/// @param standing how many stand there, for who tends the topic also what she cannot read; null:
///   not counted
@MappedEntity("topic_entry")
record EntryRow(
        String contentType,
        @Id long contentId,
        String state,
        long place,
        String why,
        String title,
        @Nullable String kind,
        String language,
        @Nullable Integer number,
        @Nullable Long personId,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String profession,
        Instant addedAt,
        @Nullable Integer standing) {

    ContentRef content() {
        return new ContentRef(ContentType.of(contentType), contentId);
    }

    ShelfEntry entry() {
        return new ShelfEntry(
                Called.titled(content(), title, number, kind, language), why, author(), addedAt);
    }

    private @Nullable Author author() {
        return personId == null || handle == null || name == null
                ? null
                : new Author(personId, handle, name, profession == null ? "" : profession);
    }
}
