package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Excerpt;

import java.time.Instant;

/// A story as a list of hits shows it; where it is not signed, its author is nobody.
@MappedEntity("case_story")
record CaseExcerptRow(
        @Id long id,
        String title,
        String html,
        String text,
        @Nullable String outcome,
        String[] conditions,
        String[] tags,
        String language,
        String slug,
        String communityName,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String profession,
        Instant changedAt,
        @Nullable String sourceId) {

    Excerpt excerpt() {
        return new Excerpt(
                CaseFinding.ref(id),
                CaseFinding.ref(id),
                title,
                CaseIndexRow.words(html, text),
                CaseStory.path(id, title),
                0,
                outcome,
                language,
                CaseIndexRow.tags(tags, conditions),
                slug,
                communityName,
                handle == null ? "" : handle,
                name == null ? "" : name,
                profession,
                changedAt,
                sourceId,
                sourceId);
    }
}
