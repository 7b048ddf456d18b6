package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.library.LibraryCollection;
import rounds.platform.database.Ids;

/// A collection of a library.
///
/// @param community the slug of its community
/// @param parent the id of the collection in which it lies
/// @param description Markdown
/// @param resources how many stand in it
/// @param revision what an edit names in `If-Match`
@Serdeable
record CollectionJson(
        String id,
        String url,
        String community,
        @Nullable String parent,
        String title,
        String description,
        String language,
        int resources,
        int revision) {

    static CollectionJson of(LibraryCollection collection, String baseUrl) {
        LibraryCollection.Parent parent = collection.parent();
        return new CollectionJson(
                Ids.text(collection.id()),
                baseUrl + collection.path(),
                collection.communitySlug(),
                parent == null ? null : Ids.text(parent.id()),
                collection.title(),
                collection.source(),
                collection.language(),
                collection.resources(),
                collection.revision());
    }
}
