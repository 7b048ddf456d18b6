package rounds.glossary;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// A term, its community and what the viewer holds there.
@MappedEntity("term")
record TermRow(
        @Id long id,
        long communityId,
        String communitySlug,
        String communityVisibility,
        String state,
        String name,
        String expansion,
        String meaning,
        String html,
        int htmlVersion,
        String language,
        String counterpart,
        String[] spellings,
        @Nullable LocalDate reviewOn,
        long proposedBy,
        String handle,
        String proposerName,
        String profession,
        String reason,
        Instant changedAt,
        int revision,
        String @Nullable [] roles) {

    TermState is() {
        return TermState.of(state);
    }

    Standing standing(Viewer viewer) {
        return Standing.of(
                viewer,
                Visibility.of(communityVisibility),
                roles == null ? null : Arrays.asList(roles));
    }

    Term shown(Markdown markdown) {
        return new Term(
                id,
                communityId,
                communitySlug,
                is(),
                name,
                expansion,
                meaning,
                markdown.current(new Html(html, htmlVersion), meaning, Ids.text(id)),
                language,
                counterpart,
                List.of(spellings),
                reviewOn,
                new Author(proposedBy, handle, proposerName, profession),
                reason,
                changedAt,
                revision);
    }
}
