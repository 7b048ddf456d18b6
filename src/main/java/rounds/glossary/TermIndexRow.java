package rounds.glossary;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.kernel.Audience;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Indexable;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.List;

/// A term as the index takes it.
@MappedEntity("term")
record TermIndexRow(
        @Id long id,
        long communityId,
        String name,
        String expansion,
        String html,
        String counterpart,
        String[] spellings,
        String language,
        String visibility,
        String state,
        long proposedBy,
        String handle,
        Instant changedAt,
        int revision) {

    Indexable indexable() {
        var ref = new ContentRef(ContentType.TERM, id);
        return new Indexable(
                ref,
                ref,
                communityId,
                visibility.equals("public")
                        ? List.of(Audience.publicIn(communityId), Audience.members(communityId))
                        : List.of(Audience.members(communityId)),
                language,
                title(name, expansion),
                said(html, counterpart, spellings),
                List.of(),
                null,
                proposedBy,
                handle,
                changedAt,
                revision);
    }

    /// What lists call it.
    static String title(String name, String expansion) {
        return expansion.isEmpty() ? name : name + ": " + expansion;
    }

    /// Everything else that is said of it, as plain text.
    static String said(String html, String counterpart, String[] spellings) {
        String meaning = new Html(html, Markdown.VERSION).plainText();
        String others = String.join(", ", spellings);
        return List.of(meaning, others, counterpart).stream()
                .filter(one -> !one.isBlank())
                .reduce((one, other) -> one.strip() + "\n" + other)
                .orElse("");
    }
}
