package rounds.notifications;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.identity.People;
import rounds.identity.Profile;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// How much a person wants to hear of what. The most specific choice decides: the discussion's,
/// then the writer's, then a tag's, then the community's. Without any she hears everything in what
/// she opened, and elsewhere answers, mentions and announcements. Of a resource she hears, if she
/// follows it, new versions and the discussions that are opened about it; of a case story what came
/// after it, and other words.
@Singleton
public class Watches {
    /// What can be followed.
    public static final List<String> TARGETS =
            List.of("community", "tag", "discussion", "person", "resource", "case_story", "topic");

    private static final int LONGEST_TAG = 100;
    private static final int MOST = 100;

    private final WatchRepository rows;
    private final Contents contents;
    private final Communities communities;
    private final People people;
    private final Limits limits;
    private final Clock clock;
    private final Transactions transactions;

    Watches(
            WatchRepository rows,
            Contents contents,
            Communities communities,
            People people,
            Limits limits,
            Clock clock,
            Transactions transactions) {
        this.rows = rows;
        this.contents = contents;
        this.communities = communities;
        this.people = people;
        this.limits = limits;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// What the viewer keeps of a discussion that she has before her.
    public Keeping keeping(
            Viewer viewer, long discussion, long community, long opener, Collection<String> tags) {
        if (!(viewer instanceof Viewer.SignedIn)) {
            return Keeping.NONE;
        }
        return transactions.read(
                viewer,
                () -> {
                    var row =
                            rows.keeping(
                                    discussion, community, opener, tags.toArray(String[]::new));
                    return new Keeping(
                            row.level() == null ? null : Level.of(row.level()),
                            level(Optional.of(row.usual())),
                            row.unread(),
                            Set.of(row.saved()));
                });
    }

    /// @param level null: as usual
    /// @throws ProblemException not found, for what the viewer may not read
    public void discussion(Viewer.SignedIn viewer, long id, @Nullable Level level) {
        content(viewer, new ContentRef(ContentType.DISCUSSION, id), level);
    }

    /// @param level every; null: no longer
    /// @throws ProblemException not found, for what the viewer may not read; invalid, for another
    ///   level
    public void resource(Viewer.SignedIn viewer, long id, @Nullable Level level) {
        if (level != null && level != Level.EVERY) {
            throw ProblemException.invalid("level", "watch.level.resource");
        }
        content(viewer, new ContentRef(ContentType.RESOURCE, id), level);
    }

    /// @throws ProblemException as [#resource]
    public void story(Viewer.SignedIn viewer, long id, @Nullable Level level) {
        if (level != null && level != Level.EVERY) {
            throw ProblemException.invalid("level", "watch.level.case_story");
        }
        content(viewer, new ContentRef(ContentType.CASE_STORY, id), level);
    }

    /// @throws ProblemException as [#resource]
    public void topic(Viewer.SignedIn viewer, long id, @Nullable Level level) {
        if (level != null && level != Level.EVERY) {
            throw ProblemException.invalid("level", "watch.level.topic");
        }
        content(viewer, new ContentRef(ContentType.TOPIC, id), level);
    }

    private void content(Viewer.SignedIn viewer, ContentRef content, @Nullable Level level) {
        change(
                viewer,
                content.type().code(),
                "",
                level,
                () -> {
                    // What is her own she may end, also where she does not read it any more.
                    if (level != null && !contents.readable(Set.of(content)).containsKey(content)) {
                        throw ProblemException.notFound();
                    }
                    return content.id();
                });
    }

    public void community(Viewer.SignedIn viewer, String slug, @Nullable Level level) {
        change(viewer, "community", "", level, () -> read(viewer, slug).id());
    }

    /// @param tag as discussions carry it
    public void tag(Viewer.SignedIn viewer, String slug, String tag, @Nullable Level level) {
        if (tag.isBlank() || tag.length() > LONGEST_TAG) {
            throw ProblemException.notFound();
        }
        change(viewer, "tag", tag, level, () -> read(viewer, slug).id());
    }

    public void person(Viewer.SignedIn viewer, String handle, @Nullable Level level) {
        change(
                viewer,
                "person",
                "",
                level,
                () -> {
                    Profile person = people.byHandle(viewer, handle);
                    if (person.id() == viewer.personId()) {
                        throw ProblemException.invalid("level", "watch.self");
                    }
                    return person.id();
                });
    }

    /// Everything of which the viewer has said how much she wants to hear, the newest choice first.
    /// What she may no longer read is left out, so that a page may be shorter than asked for.
    ///
    /// @param target one of [#TARGETS]; null: all
    /// @param after the cursor of the page before
    /// @throws ProblemException invalid, for another target
    public Slice<Followed> all(
            Viewer.SignedIn viewer, @Nullable String target, @Nullable String after, int limit) {
        if (target != null && !TARGETS.contains(target)) {
            throw ProblemException.invalid("show", "watch.target.unknown");
        }
        Cursor cursor = Cursor.parse(after, 3);
        Keyset from = cursor == null ? Keyset.newestFirst(null) : Keyset.of(cursor);
        String tag = cursor == null ? "" : cursor.text(2);
        int most = Math.clamp(limit, 1, MOST);
        return transactions.read(
                viewer,
                () -> {
                    Slice<FollowedRow> page =
                            Slice.of(
                                    rows.followed(target, from.at(), from.id(), tag, most + 1),
                                    most,
                                    row -> Cursor.after(row.since(), row.targetId(), row.tag()));
                    Map<ContentRef, Excerpt> readable =
                            contents.readable(
                                    page.items().stream()
                                            .filter(FollowedRow::ofContent)
                                            .map(FollowedRow::content)
                                            .toList());
                    return new Slice<>(
                            page.items().stream()
                                    .map(row -> row.shown(readable))
                                    .filter(Objects::nonNull)
                                    .toList(),
                            page.next());
                });
    }

    /// What she chose for a discussion; null: as usual.
    public @Nullable Level ofDiscussion(Viewer viewer, long id) {
        return chosen(viewer, "discussion", id, "");
    }

    public boolean followsResource(Viewer viewer, long id) {
        return chosen(viewer, "resource", id, "") == Level.EVERY;
    }

    public boolean followsStory(Viewer viewer, long id) {
        return chosen(viewer, "case_story", id, "") == Level.EVERY;
    }

    public @Nullable Level ofCommunity(Viewer viewer, long id) {
        return chosen(viewer, "community", id, "");
    }

    public @Nullable Level ofTag(Viewer viewer, long communityId, String tag) {
        return chosen(viewer, "tag", communityId, tag);
    }

    public @Nullable Level ofPerson(Viewer viewer, long id) {
        return chosen(viewer, "person", id, "");
    }

    private @Nullable Level chosen(Viewer viewer, String target, long id, String tag) {
        if (!(viewer instanceof Viewer.SignedIn)) {
            return null;
        }
        return transactions.<@Nullable Level>read(
                viewer, () -> rows.level(target, id, tag).map(Level::of).orElse(null));
    }

    private void change(
            Viewer.SignedIn viewer,
            String target,
            String tag,
            @Nullable Level level,
            Supplier<Long> found) {
        limits.take(Limit.KEEP, String.valueOf(viewer.personId()));
        transactions.run(
                viewer,
                () -> {
                    long id = found.get();
                    if (level == null) {
                        rows.unset(target, id, tag);
                    } else {
                        rows.set(target, id, tag, level.code(), clock.instant());
                    }
                });
    }

    private Community read(Viewer viewer, String slug) {
        return communities.bySlug(viewer, slug, Capability.READ);
    }

    private static Level level(Optional<String> code) {
        Level level = code.map(Level::of).orElse(null);
        return level == null ? Level.REPLIES : level;
    }
}
