package rounds.forum;

import jakarta.inject.Singleton;

import rounds.forum.SystemPollRepository.Concerned;
import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Ending;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;
import rounds.kernel.Mark;
import rounds.kernel.MergedTag;
import rounds.kernel.Notable;
import rounds.kernel.Titled;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What search and notifications see of discussions and posts. A discussion stands for its title,
/// its tags and its opening post; a post is an answer.
@Singleton
final class ForumContent implements ContentOwner {
    /// So many people are told of what happens to all of a discussion.
    private static final int MOST_WRITERS = 500;

    /// In so many communities a search follows a tag to what it was merged into.
    private static final int MOST_MERGED = 500;

    /// Later than anything that is written.
    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private final IndexRepository rows;
    private final ExcerptRepository excerpts;
    private final NotableRepository notables;
    private final MarkRepository marks;
    private final LinkRepository links;
    private final References references;
    private final SystemPollRepository polls;
    private final TagRepository tags;
    private final ReadingRepository reading;

    ForumContent(
            IndexRepository rows,
            ExcerptRepository excerpts,
            NotableRepository notables,
            MarkRepository marks,
            LinkRepository links,
            References references,
            SystemPollRepository polls,
            TagRepository tags,
            ReadingRepository reading) {
        this.rows = rows;
        this.excerpts = excerpts;
        this.notables = notables;
        this.marks = marks;
        this.links = links;
        this.references = references;
        this.polls = polls;
        this.tags = tags;
        this.reading = reading;
    }

    @Override
    public List<ContentType> types() {
        return List.of(ContentType.DISCUSSION, ContentType.POST);
    }

    @Override
    public List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::code).toList();
    }

    @Override
    public List<MergedTag> merged(Collection<String> asked) {
        return tags.merged(asked.toArray(String[]::new), MOST_MERGED).stream()
                .map(MergedTagRow::merged)
                .toList();
    }

    @Override
    public List<Long> unread(int most) {
        return reading.unread(null, null, most, LATER, Long.MAX_VALUE, most).stream()
                .map(SummaryRow::id)
                .toList();
    }

    @Override
    public List<Indexable> indexable(ContentType type, Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        return (isDiscussion(type) ? rows.discussions(wanted) : rows.posts(wanted))
                .stream().map(row -> row.indexable(type)).toList();
    }

    @Override
    public List<Long> below(ContentRef content, ContentType type, long after, int limit) {
        return switch (content.type()) {
            case DISCUSSION ->
                    isDiscussion(type) ? List.of() : rows.postsOf(content.id(), after, limit);
            case COMMUNITY ->
                    isDiscussion(type)
                            ? rows.discussionsIn(content.id(), after, limit)
                            : rows.postsIn(content.id(), after, limit);
            case POST,
                    RESOURCE,
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
        return isDiscussion(type)
                ? rows.discussionsAfter(after, limit)
                : rows.postsAfter(after, limit);
    }

    @Override
    public List<Excerpt> readable(ContentType type, Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        List<ExcerptRow> rows =
                isDiscussion(type) ? excerpts.discussions(wanted) : excerpts.posts(wanted);
        Map<String, String> filled =
                references.filled(rows.stream().map(ExcerptRow::html).toList(), "en");
        return rows.stream()
                .map(row -> row.excerpt(type, filled.getOrDefault(row.html(), row.html())))
                .toList();
    }

    @Override
    public List<Titled> titles(Collection<ContentRef> contents) {
        return links
                .titles(ids(contents, ContentType.DISCUSSION), ids(contents, ContentType.POST))
                .stream()
                .map(TitledRow::titled)
                .toList();
    }

    private static Long[] ids(Collection<ContentRef> contents, ContentType type) {
        return contents.stream()
                .filter(content -> content.type() == type)
                .map(ContentRef::id)
                .toArray(Long[]::new);
    }

    @Override
    public List<Notable> notable(ContentType type, Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        List<NotableRow> rows =
                isDiscussion(type) ? notables.discussions(wanted) : notables.posts(wanted);
        Long[] quoted =
                rows.stream().flatMap(row -> row.quoted().stream()).distinct().toArray(Long[]::new);
        Map<Long, Long> authors =
                quoted.length == 0
                        ? Map.of()
                        : notables.authors(quoted).stream()
                                .collect(Collectors.toMap(WriterRow::id, WriterRow::authorId));
        return rows.stream().map(row -> row.notable(type, authors)).toList();
    }

    @Override
    public List<Long> writers(ContentRef group) {
        return notables.writers(group.id(), MOST_WRITERS);
    }

    @Override
    public List<Mark> marks(ContentType type, Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        return (isDiscussion(type) ? marks.ofDiscussions(wanted) : marks.ofPosts(wanted))
                .stream().map(row -> row.mark(type)).toList();
    }

    @Override
    public List<Mark> marking(ContentRef content, Collection<Long> people) {
        Long[] asked = people.toArray(Long[]::new);
        return (isDiscussion(content.type())
                        ? marks.markingDiscussion(content.id(), asked)
                        : marks.markingPost(content.id(), asked))
                .stream().map(row -> row.mark(content.type())).toList();
    }

    @Override
    public List<Ending> endings(ContentType type, Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        return (isDiscussion(type)
                        ? polls.concerned(new Long[0], wanted)
                        : polls.concerned(wanted, new Long[0]))
                .stream().collect(Collectors.groupingBy(Concerned::postId)).values().stream()
                        .map(people -> ending(type, people))
                        .toList();
    }

    private static Ending ending(ContentType type, List<Concerned> people) {
        Concerned one = people.getFirst();
        return new Ending(
                new ContentRef(type, isDiscussion(type) ? one.discussionId() : one.postId()),
                one.authorId(),
                people.stream().map(Concerned::personId).toList(),
                one.endedAt());
    }

    private static boolean isDiscussion(ContentType type) {
        return switch (type) {
            case DISCUSSION -> true;
            case POST -> false;
            case COMMUNITY,
                    RESOURCE,
                    PAGE,
                    CASE_STORY,
                    TOPIC,
                    TERM,
                    PERSON,
                    MEMBERSHIP,
                    JOIN_REQUEST,
                    REPORT ->
                    throw new IllegalArgumentException("The forum owns no " + type.code());
        };
    }
}
