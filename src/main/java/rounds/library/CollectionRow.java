package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.util.Arrays;

/// A collection, its community and what the viewer holds there.
///
/// @param parentTitle absent where the viewer may not read the parent
@MappedEntity("collection")
record CollectionRow(
        @Id long id,
        long communityId,
        String communitySlug,
        String communityVisibility,
        @Nullable Long parentId,
        @Nullable String parentTitle,
        String title,
        String description,
        String html,
        int htmlVersion,
        String language,
        int resources,
        int revision,
        int arranged,
        @Nullable Long arrangedBy,
        String @Nullable [] roles) {

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer,
                Visibility.of(communityVisibility),
                roles == null ? null : Arrays.asList(roles));
    }

    LibraryCollection shown(Markdown markdown) {
        return new LibraryCollection(
                id,
                communityId,
                communitySlug,
                parentId == null || parentTitle == null
                        ? null
                        : new LibraryCollection.Parent(
                                parentId,
                                parentTitle,
                                LibraryCollection.path(communitySlug, parentId, parentTitle)),
                title,
                description,
                markdown.current(new Html(html, htmlVersion), description, Ids.text(id)),
                language,
                resources,
                revision,
                arranged);
    }
}
