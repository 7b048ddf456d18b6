package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;

import java.time.Instant;
import java.util.List;

/// A resource, or a page of it, as a list of hits shows it.
///
/// @param number of the page; 0 for the resource itself
@MappedEntity("resource")
record LibraryExcerptRow(
        @Id long id,
        int number,
        String html,
        String text,
        long resourceId,
        String title,
        String kind,
        String[] tags,
        String language,
        String slug,
        String communityName,
        String handle,
        String name,
        String profession,
        Instant changedAt,
        @Nullable String sourceId) {

    Excerpt excerpt(ContentType type) {
        boolean page = type == ContentType.PAGE;
        String path = Resource.path(resourceId, title);
        return new Excerpt(
                new ContentRef(type, id),
                new ContentRef(ContentType.RESOURCE, resourceId),
                title,
                LibraryIndexRow.words(html, text).strip(),
                page && number > 1 ? path + "?page=" + number : path,
                number,
                kind,
                language,
                List.of(tags),
                slug,
                communityName,
                handle,
                name,
                profession,
                changedAt,
                page ? null : sourceId,
                sourceId);
    }
}
