package rounds.glossary;

import jakarta.inject.Singleton;

import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;
import rounds.kernel.Meant;
import rounds.kernel.Notable;
import rounds.kernel.Overdue;
import rounds.kernel.Renewal;
import rounds.kernel.Reviewable;
import rounds.kernel.Titled;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// What search and notifications see of glossaries.
@Singleton
final class GlossaryContent implements ContentOwner {
    /// More communities than a question needs.
    private static final int MOST_MEANT = 100;

    private final TermIndexRepository rows;
    private final TermExcerptRepository excerpts;

    GlossaryContent(TermIndexRepository rows, TermExcerptRepository excerpts) {
        this.rows = rows;
        this.excerpts = excerpts;
    }

    @Override
    public List<ContentType> types() {
        return List.of(ContentType.TERM);
    }

    @Override
    public List<Meant> meant(Collection<String> words) {
        return words.isEmpty()
                ? List.of()
                : excerpts.meant(words.toArray(String[]::new), MOST_MEANT).stream()
                        .map(MeantRow::meant)
                        .toList();
    }

    @Override
    public List<Indexable> indexable(ContentType type, Collection<Long> ids) {
        return rows.terms(ids.toArray(Long[]::new)).stream().map(TermIndexRow::indexable).toList();
    }

    @Override
    public List<Long> below(ContentRef content, ContentType type, long after, int limit) {
        return content.type() == ContentType.COMMUNITY
                ? rows.termsIn(content.id(), after, limit)
                : List.of();
    }

    @Override
    public List<Long> idsAfter(ContentType type, long after, int limit) {
        return rows.termsAfter(after, limit);
    }

    @Override
    public List<Excerpt> readable(ContentType type, Collection<Long> ids) {
        return excerpts.terms(ids.toArray(Long[]::new)).stream()
                .map(TermExcerptRow::excerpt)
                .toList();
    }

    @Override
    public List<Reviewable> due(long communityId, LocalDate today, int limit) {
        return excerpts.due(communityId, today, limit).stream()
                .map(DueTermRow::reviewable)
                .toList();
    }

    @Override
    public List<Overdue> overdue(LocalDate today, int limit) {
        return rows.overdue(today, limit).stream().map(DueTermRow::overdue).toList();
    }

    @Override
    public List<Notable> notable(ContentType type, Collection<Long> ids) {
        return rows.notable(ids.toArray(Long[]::new)).stream()
                .map(NotableTermRow::notable)
                .toList();
    }

    @Override
    public List<Renewal> renewals(ContentType type, Collection<Long> ids) {
        return rows.renewals(ids.toArray(Long[]::new)).stream()
                .map(TermRenewalRow::renewal)
                .toList();
    }

    @Override
    public List<Titled> titles(Collection<ContentRef> contents) {
        Long[] wanted =
                contents.stream()
                        .filter(content -> content.type() == ContentType.TERM)
                        .map(ContentRef::id)
                        .toArray(Long[]::new);
        return wanted.length == 0
                ? List.of()
                : excerpts.terms(wanted).stream().map(TermExcerptRow::titled).toList();
    }
}
