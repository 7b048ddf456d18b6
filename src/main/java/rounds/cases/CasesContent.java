package rounds.cases;

import jakarta.inject.Singleton;

import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;
import rounds.kernel.Mark;
import rounds.kernel.Notable;
import rounds.kernel.Renewal;
import rounds.kernel.Titled;

import java.util.Collection;
import java.util.List;

/// What search and notifications see of case stories; of one that is not signed never its author.
@Singleton
final class CasesContent implements ContentOwner {
    private final CaseIndexRepository rows;
    private final CaseExcerptRepository excerpts;

    CasesContent(CaseIndexRepository rows, CaseExcerptRepository excerpts) {
        this.rows = rows;
        this.excerpts = excerpts;
    }

    @Override
    public List<ContentType> types() {
        return List.of(ContentType.CASE_STORY);
    }

    /// How it went tells stories apart; `success` is a kind of discussion, too.
    @Override
    public List<String> kinds() {
        return Outcome.codes();
    }

    @Override
    public List<Indexable> indexable(ContentType type, Collection<Long> ids) {
        return rows.stories(ids.toArray(Long[]::new)).stream()
                .map(CaseIndexRow::indexable)
                .toList();
    }

    @Override
    public List<Long> below(ContentRef content, ContentType type, long after, int limit) {
        return content.type() == ContentType.COMMUNITY
                ? rows.storiesIn(content.id(), after, limit)
                : List.of();
    }

    @Override
    public List<Long> idsAfter(ContentType type, long after, int limit) {
        return rows.storiesAfter(after, limit);
    }

    @Override
    public List<Excerpt> readable(ContentType type, Collection<Long> ids) {
        return excerpts.stories(ids.toArray(Long[]::new)).stream()
                .map(CaseExcerptRow::excerpt)
                .toList();
    }

    @Override
    public List<Notable> notable(ContentType type, Collection<Long> ids) {
        return rows.notable(ids.toArray(Long[]::new)).stream()
                .map(NotableCaseRow::notable)
                .toList();
    }

    @Override
    public List<Renewal> renewals(ContentType type, Collection<Long> ids) {
        return rows.renewals(ids.toArray(Long[]::new)).stream()
                .map(CaseRenewalRow::renewal)
                .toList();
    }

    @Override
    public List<Mark> marks(ContentType type, Collection<Long> ids) {
        return rows.marks(ids.toArray(Long[]::new), new Long[0]).stream()
                .map(CaseMarkRow::mark)
                .toList();
    }

    @Override
    public List<Mark> marking(ContentRef content, Collection<Long> people) {
        return rows.marks(new Long[] {content.id()}, people.toArray(Long[]::new)).stream()
                .map(CaseMarkRow::mark)
                .toList();
    }

    @Override
    public List<Long> writers(ContentRef group) {
        return group.type() == ContentType.CASE_STORY ? rows.writers(group.id()) : List.of();
    }

    @Override
    public List<Titled> titles(Collection<ContentRef> contents) {
        Long[] wanted =
                contents.stream()
                        .filter(content -> content.type() == ContentType.CASE_STORY)
                        .map(ContentRef::id)
                        .toArray(Long[]::new);
        return wanted.length == 0
                ? List.of()
                : excerpts.titles(wanted).stream().map(CaseTitleRow::titled).toList();
    }
}
