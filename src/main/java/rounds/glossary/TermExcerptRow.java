package rounds.glossary;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Titled;

import java.time.Instant;
import java.util.List;

/// A term as a list of hits shows it.
@MappedEntity("term")
record TermExcerptRow(
        @Id long id,
        String name,
        String expansion,
        String html,
        String counterpart,
        String[] spellings,
        String language,
        String slug,
        String communityName,
        String handle,
        String personName,
        String profession,
        Instant changedAt,
        @Nullable String sourceId) {

    Excerpt excerpt() {
        ContentRef ref = ref();
        return new Excerpt(
                ref,
                ref,
                title(),
                TermIndexRow.said(html, counterpart, spellings),
                Term.path(slug, id, name),
                1,
                null,
                language,
                List.of(),
                slug,
                communityName,
                handle,
                personName,
                profession,
                changedAt,
                sourceId,
                sourceId);
    }

    Titled titled() {
        return new Titled(ref(), title(), Term.path(slug, id, name), null, language);
    }

    private String title() {
        return TermIndexRow.title(name, expansion);
    }

    private ContentRef ref() {
        return new ContentRef(ContentType.TERM, id);
    }
}
