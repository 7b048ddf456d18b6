package rounds.library;

import jakarta.inject.Singleton;

import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;
import rounds.kernel.Mark;
import rounds.kernel.Notable;
import rounds.kernel.Overdue;
import rounds.kernel.Renewal;
import rounds.kernel.Reviewable;
import rounds.kernel.Titled;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// What search and notifications see of the library. A resource stands for what is said of it; each
/// page of its current version is found for itself and leads to the resource.
@Singleton
final class LibraryContent implements ContentOwner {
    private final LibraryIndexRepository rows;
    private final LibraryExcerptRepository excerpts;

    LibraryContent(LibraryIndexRepository rows, LibraryExcerptRepository excerpts) {
        this.rows = rows;
        this.excerpts = excerpts;
    }

    @Override
    public List<ContentType> types() {
        return List.of(ContentType.RESOURCE, ContentType.PAGE);
    }

    @Override
    public List<String> kinds() {
        return ResourceKind.codes();
    }

    @Override
    public List<Indexable> indexable(ContentType type, Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        return (type == ContentType.RESOURCE ? rows.resources(wanted) : rows.pages(wanted))
                .stream().map(row -> row.indexable(type)).toList();
    }

    /// Pages of earlier versions are among them: what is no longer read leaves the index so.
    @Override
    public List<Long> below(ContentRef content, ContentType type, long after, int limit) {
        boolean pages = type == ContentType.PAGE;
        return switch (content.type()) {
            case RESOURCE -> pages ? rows.pagesOf(content.id(), after, limit) : List.of();
            case COMMUNITY ->
                    pages
                            ? rows.pagesIn(content.id(), after, limit)
                            : rows.resourcesIn(content.id(), after, limit);
            case DISCUSSION,
                    POST,
                    PAGE,
                    CASE_STORY,
                    TOPIC,
                    TERM,
                    PERSON,
                    MEMBERSHIP,
                    JOIN_REQUEST,
                    REPORT ->
                    List.of();
        };
    }

    @Override
    public List<Long> idsAfter(ContentType type, long after, int limit) {
        return type == ContentType.RESOURCE
                ? rows.resourcesAfter(after, limit)
                : rows.pagesAfter(after, limit);
    }

    @Override
    public List<Excerpt> readable(ContentType type, Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        return (type == ContentType.RESOURCE ? excerpts.resources(wanted) : excerpts.pages(wanted))
                .stream().map(row -> row.excerpt(type)).toList();
    }

    @Override
    public List<Titled> titles(Collection<ContentRef> contents) {
        Long[] wanted =
                contents.stream()
                        .filter(content -> content.type() == ContentType.RESOURCE)
                        .map(ContentRef::id)
                        .toArray(Long[]::new);
        return excerpts.titles(wanted).stream().map(NamedResourceRow::titled).toList();
    }

    @Override
    public List<Reviewable> due(long communityId, LocalDate today, int limit) {
        return excerpts.due(communityId, today, limit).stream()
                .map(DueResourceRow::reviewable)
                .toList();
    }

    @Override
    public List<Overdue> overdue(LocalDate today, int limit) {
        return rows.overdue(today, limit).stream().map(OverdueResourceRow::overdue).toList();
    }

    /// That people used it in practice.
    @Override
    public List<Mark> marks(ContentType type, Collection<Long> ids) {
        return type == ContentType.RESOURCE
                ? rows.practised(ids.toArray(Long[]::new)).stream().map(PractisedRow::mark).toList()
                : List.of();
    }

    @Override
    public List<Mark> marking(ContentRef content, Collection<Long> people) {
        return content.type() == ContentType.RESOURCE
                ? rows.practisedBy(content.id(), people.toArray(Long[]::new)).stream()
                        .map(PractisedRow::mark)
                        .toList()
                : List.of();
    }

    @Override
    public List<Renewal> renewals(ContentType type, Collection<Long> ids) {
        return type == ContentType.RESOURCE
                ? rows.renewals(ids.toArray(Long[]::new)).stream().map(RenewalRow::renewal).toList()
                : List.of();
    }

    @Override
    public List<Notable> notable(ContentType type, Collection<Long> ids) {
        return type == ContentType.RESOURCE
                ? rows.notable(ids.toArray(Long[]::new)).stream()
                        .map(NotableResourceRow::notable)
                        .toList()
                : List.of();
    }
}
