package rounds.search;

import rounds.kernel.Audience;
import rounds.kernel.ContentOwner;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/// Content that lies in a map instead of a database. Posts number 1,000 · discussion + n.
final class Shelf implements ContentOwner {
    private static final List<ContentType> TYPES =
            List.of(
                    ContentType.DISCUSSION,
                    ContentType.POST,
                    ContentType.RESOURCE,
                    ContentType.PAGE,
                    ContentType.CASE_STORY,
                    ContentType.TOPIC,
                    ContentType.TERM);

    private final Map<ContentType, ConcurrentSkipListMap<Long, Indexable>> rows =
            new EnumMap<>(ContentType.class);
    private final Set<ContentRef> unreadable = new HashSet<>();
    private Runnable atEachLook = () -> {};

    static ContentRef discussion(long id) {
        return new ContentRef(ContentType.DISCUSSION, id);
    }

    static ContentRef post(long id) {
        return new ContentRef(ContentType.POST, id);
    }

    static List<String> open(long community) {
        return List.of(Audience.publicIn(community), Audience.members(community));
    }

    static List<String> closed(long community) {
        return List.of(Audience.members(community));
    }

    static Indexable text(
            ContentRef content, long community, List<String> audience, String title, String body) {
        return new Indexable(
                content,
                content,
                community,
                audience,
                "en",
                title,
                body,
                List.of(),
                "question",
                1,
                "ada",
                Instant.ofEpochMilli(1_700_000_000_000L + content.id()),
                1);
    }

    /// The same in other words.
    static Indexable with(Indexable text, String language, String title, String body) {
        return new Indexable(
                text.content(),
                text.group(),
                text.communityId(),
                text.audience(),
                language,
                title,
                body,
                text.tags(),
                text.kind(),
                text.authorId(),
                text.authorHandle(),
                text.at(),
                text.revision() + 1);
    }

    /// Another text with the same words, under these tags.
    static Indexable tagged(Indexable text, ContentRef content, String... tags) {
        return new Indexable(
                content,
                content,
                text.communityId(),
                text.audience(),
                text.language(),
                text.title(),
                text.body(),
                List.of(tags),
                text.kind(),
                text.authorId(),
                text.authorHandle(),
                text.at(),
                text.revision());
    }

    /// The n-th post of that discussion.
    static Indexable reply(long discussion, int number, String body) {
        return with(
                text(post(1_000 * discussion + number), 1, open(1), "Gout", body),
                discussion(discussion),
                List.of(),
                0);
    }

    static Indexable trait(Indexable text, String... traits) {
        return with(text, text.group(), List.of(traits), text.helpful());
    }

    static Indexable helpful(Indexable text, int people) {
        return with(text, text.group(), text.traits(), people);
    }

    private static Indexable with(
            Indexable text, ContentRef group, List<String> traits, int helpful) {
        return new Indexable(
                text.content(),
                group,
                text.communityId(),
                text.audience(),
                text.language(),
                text.title(),
                text.body(),
                text.tags(),
                text.kind(),
                text.authorId(),
                text.authorHandle(),
                text.at(),
                text.revision(),
                traits,
                helpful);
    }

    Shelf put(Indexable text) {
        rows(text.content().type()).put(text.content().id(), text);
        return this;
    }

    /// A public discussion of community 1.
    Shelf put(long id, String title, String body) {
        return put(text(discussion(id), 1, open(1), title, body));
    }

    void remove(ContentRef content) {
        rows(content.type()).remove(content.id());
    }

    /// Runs whenever somebody begins to go through the discussions.
    void atEachLook(Runnable then) {
        atEachLook = then;
    }

    /// Out of sight in the database, whatever the index says.
    void hide(ContentRef content) {
        unreadable.add(content);
    }

    private ConcurrentSkipListMap<Long, Indexable> rows(ContentType type) {
        return rows.computeIfAbsent(type, _ -> new ConcurrentSkipListMap<>());
    }

    @Override
    public List<ContentType> types() {
        return TYPES;
    }

    @Override
    public List<Indexable> indexable(ContentType type, Collection<Long> ids) {
        return ids.stream().map(rows(type)::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Long> below(ContentRef content, ContentType type, long after, int limit) {
        if (type != ContentType.POST || content.type() != ContentType.DISCUSSION) {
            return List.of();
        }
        return rows(ContentType.POST).tailMap(after, false).values().stream()
                .filter(post -> post.group().equals(content))
                .map(post -> post.content().id())
                .limit(limit)
                .toList();
    }

    @Override
    public List<Long> idsAfter(ContentType type, long after, int limit) {
        if (type == ContentType.DISCUSSION && after == Long.MIN_VALUE) {
            atEachLook.run();
        }
        return rows(type).tailMap(after, false).keySet().stream().limit(limit).toList();
    }

    @Override
    public List<Excerpt> readable(ContentType type, Collection<Long> ids) {
        return indexable(type, ids).stream()
                .filter(text -> !unreadable.contains(text.content()))
                .map(Shelf::excerpt)
                .toList();
    }

    private static Excerpt excerpt(Indexable text) {
        return new Excerpt(
                text.content(),
                text.group(),
                text.title(),
                text.body(),
                "/d/" + text.content().id(),
                1,
                text.kind(),
                text.language(),
                text.tags(),
                "c" + text.communityId(),
                "Community " + text.communityId(),
                text.authorHandle(),
                text.authorHandle(),
                null,
                text.at(),
                null,
                null);
    }
}
