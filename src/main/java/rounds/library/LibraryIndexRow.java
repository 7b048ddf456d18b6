package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.kernel.Audience;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Indexable;
import rounds.kernel.State;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.List;

/// What is said of a resource, or one of its pages, as the index takes it.
///
/// @param html the description of a resource; empty for a page
/// @param text of a page, or what else is said of a resource
@MappedEntity("resource")
record LibraryIndexRow(
        @Id long id,
        long resourceId,
        long communityId,
        String title,
        String html,
        String text,
        String language,
        String[] tags,
        String kind,
        String state,
        String visibility,
        long sharedBy,
        String handle,
        Instant changedAt,
        int revision,
        String[] traits) {

    Indexable indexable(ContentType type) {
        return new Indexable(
                new ContentRef(type, id),
                new ContentRef(ContentType.RESOURCE, resourceId),
                communityId,
                audience(),
                language,
                title,
                words(html, text),
                List.of(tags),
                kind,
                sharedBy,
                handle,
                changedAt,
                revision,
                List.of(traits),
                0);
    }

    static String words(String html, String text) {
        return html.isEmpty() ? text : new Html(html, Markdown.VERSION).plainText() + "\n" + text;
    }

    private List<String> audience() {
        return switch (State.of(state)) {
            case VISIBLE ->
                    visibility.equals("public")
                            ? List.of(Audience.publicIn(communityId), Audience.members(communityId))
                            : List.of(Audience.members(communityId));
            case QUEUED, HIDDEN ->
                    List.of(
                            Audience.moderators(communityId),
                            Audience.person(sharedBy, communityId));
            case DELETED -> List.of(Audience.moderators(communityId));
        };
    }
}
