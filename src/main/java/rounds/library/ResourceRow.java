package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// A resource, its community and what the viewer holds there: one row.
@MappedEntity("resource")
record ResourceRow(
        @Id long id,
        long communityId,
        String communitySlug,
        String communityName,
        String communityVisibility,
        String reads,
        boolean reviewResources,
        String kind,
        String title,
        String description,
        String html,
        int htmlVersion,
        String language,
        boolean languageSaid,
        String[] tags,
        String[] keywords,
        String[] authors,
        String source,
        String licence,
        String journal,
        @Nullable Integer year,
        String doi,
        String pmid,
        String outline,
        String state,
        long sharedBy,
        String handle,
        String name,
        String profession,
        Instant sharedAt,
        Instant changedAt,
        int current,
        int revision,
        boolean official,
        @Nullable LocalDate reviewOn,
        @Nullable Long successorId,
        @Nullable String successorTitle,
        @Nullable Long originalId,
        @Nullable String originalTitle,
        @Nullable String originalCommunity,
        String adaptation,
        int readers,
        int downloads,
        int practised,
        @Nullable String sourceId,
        @Nullable Instant declinedAt,
        @Nullable Instant askedAt,
        String asked,
        boolean opens,
        String @Nullable [] roles) {

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer,
                Visibility.of(communityVisibility),
                roles == null ? null : Arrays.asList(roles));
    }

    boolean sharedBy(Viewer viewer) {
        return sharedBy == viewer.personId();
    }

    State is() {
        return State.of(state);
    }

    /// Whether its owner may change it although others do not read it: it was not let in.
    boolean declined() {
        return declinedAt != null;
    }

    @Nullable Asked asking() {
        return askedAt == null ? null : new Asked(asked, askedAt);
    }

    Details details() {
        return new Details(
                ResourceKind.of(kind),
                title,
                description,
                language,
                List.of(tags),
                List.of(keywords),
                List.of(authors),
                source,
                Licence.of(licence),
                journal,
                year,
                doi,
                pmid,
                outline,
                originalId == null ? null : new Adaptation(originalId, adaptation));
    }

    Resource seenBy(Viewer viewer, Curation curation, Markdown markdown) {
        Standing standing = standing(viewer);
        return new Resource(
                id,
                communityId,
                communitySlug,
                communityName,
                details(),
                markdown.current(new Html(html, htmlVersion), description, Ids.text(id)),
                State.of(state),
                new Author(sharedBy, handle, name, profession),
                sharedAt,
                changedAt,
                current,
                revision,
                official,
                reviewOn,
                successorId == null || successorTitle == null
                        ? null
                        : new Resource.Successor(
                                successorTitle, Resource.path(successorId, successorTitle)),
                origin(),
                readers,
                downloads,
                practised,
                sourceId,
                languageSaid,
                Visibility.of(reads),
                standing,
                curation.of(this, viewer, standing));
    }

    private Resource.@Nullable Origin origin() {
        if (adaptation.isEmpty()) {
            return null;
        }
        return originalId == null || originalTitle == null || originalCommunity == null
                ? new Resource.Origin("", "", "", adaptation)
                : new Resource.Origin(
                        originalTitle,
                        Resource.path(originalId, originalTitle),
                        originalCommunity,
                        adaptation);
    }
}
