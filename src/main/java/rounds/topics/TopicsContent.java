package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;
import rounds.kernel.Notable;
import rounds.kernel.Overdue;
import rounds.kernel.Renewal;
import rounds.kernel.Reviewable;
import rounds.kernel.Titled;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// What search and notifications see of topics.
@Singleton
final class TopicsContent implements ContentOwner {
    private final TopicIndexRepository rows;
    private final TopicExcerptRepository excerpts;

    TopicsContent(TopicIndexRepository rows, TopicExcerptRepository excerpts) {
        this.rows = rows;
        this.excerpts = excerpts;
    }

    @Override
    public List<ContentType> types() {
        return List.of(ContentType.TOPIC);
    }

    @Override
    public List<String> kinds() {
        return List.of(TopicIndexRow.KIND);
    }

    @Override
    public List<Long> gathered(long id) {
        return excerpts.gathered(id);
    }

    @Override
    public List<Indexable> indexable(ContentType type, Collection<Long> ids) {
        return rows.topics(ids.toArray(Long[]::new)).stream()
                .map(TopicIndexRow::indexable)
                .toList();
    }

    @Override
    public List<Long> below(ContentRef content, ContentType type, long after, int limit) {
        return content.type() == ContentType.COMMUNITY
                ? rows.topicsIn(content.id(), after, limit)
                : List.of();
    }

    @Override
    public List<Long> idsAfter(ContentType type, long after, int limit) {
        return rows.topicsAfter(after, limit);
    }

    @Override
    public List<Excerpt> readable(ContentType type, Collection<Long> ids) {
        return excerpts.topics(ids.toArray(Long[]::new)).stream()
                .map(TopicExcerptRow::excerpt)
                .toList();
    }

    @Override
    public List<Reviewable> due(long communityId, LocalDate today, int limit) {
        return excerpts.due(communityId, today, limit).stream()
                .map(DueTopicRow::reviewable)
                .toList();
    }

    @Override
    public List<Overdue> overdue(LocalDate today, int limit) {
        return rows.overdue(today, limit).stream().map(DueTopicRow::overdue).toList();
    }

    @Override
    public List<Notable> notable(ContentType type, Collection<Long> ids) {
        return rows.notable(ids.toArray(Long[]::new)).stream()
                .map(NotableTopicRow::notable)
                .toList();
    }

    @Override
    public List<Renewal> renewals(ContentType type, Collection<Long> ids) {
        return rows.renewals(ids.toArray(Long[]::new)).stream()
                .map(TopicRenewalRow::renewal)
                .toList();
    }

    @Override
    public List<ContentRef> leaning(Collection<ContentRef> changed) {
        List<ContentRef> cited =
                changed.stream().filter(content -> content.type() != ContentType.TOPIC).toList();
        return cited.isEmpty()
                ? List.of()
                : rows
                        .leaning(
                                cited.stream().map(one -> one.type().code()).toArray(String[]::new),
                                cited.stream().map(ContentRef::id).toArray(Long[]::new))
                        .stream()
                        .map(Topic::ref)
                        .toList();
    }

    @Override
    public List<Titled> titles(Collection<ContentRef> contents) {
        Long[] wanted =
                contents.stream()
                        .filter(content -> content.type() == ContentType.TOPIC)
                        .map(ContentRef::id)
                        .toArray(Long[]::new);
        return wanted.length == 0
                ? List.of()
                : excerpts.titles(wanted).stream().map(TopicTitleRow::titled).toList();
    }
}
