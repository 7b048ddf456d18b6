package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts discussions where they belong: features them, moves them to another community, splits and
/// merges them. Old addresses lead to the new place. Each stands in the community's log.
@Singleton
public class Arrangement {
    public static final int MOST_FEATURED = 5;

    /// How many posts move at once: the followers of the change log wait for the end of every
    /// transaction.
    public static final int MOST_MOVED = 1_000;

    /// More than these are told apart by another word.
    public static final int MOST_CHOICES = 12;

    private static final int MOST_WORDS = 8;

    private final ArrangementRepository rows;
    private final Threads threads;
    private final DiscussionRepository discussions;
    private final Journal journal;
    private final Policy policy;
    private final Changes changes;
    private final Moment moment;
    private final Transactions transactions;

    Arrangement(
            ArrangementRepository rows,
            Threads threads,
            DiscussionRepository discussions,
            Journal journal,
            Policy policy,
            Changes changes,
            Moment moment,
            Transactions transactions) {
        this.rows = rows;
        this.threads = threads;
        this.discussions = discussions;
        this.journal = journal;
        this.policy = policy;
        this.changes = changes;
        this.moment = moment;
        this.transactions = transactions;
    }

    /// Shows a discussion above the list on its community's home, or no longer. At most
    /// [#MOST_FEATURED] at a time.
    ///
    /// @throws ProblemException not found or forbidden, as the policy says; conflict, when there
    ///   are as many already
    public void feature(Viewer.SignedIn viewer, long id, boolean on) {
        write(
                viewer,
                () -> {
                    DiscussionRow discussion = allowed(viewer, id, Capability.FEATURE);
                    if ((discussion.featuredAt() != null) == on) {
                        return;
                    }
                    require(rows.feature(id, on ? MOST_FEATURED : 0, moment.now()));
                    journal.note(
                            viewer,
                            discussion,
                            on ? ModerationAct.FEATURED : ModerationAct.UNFEATURED);
                    tell(viewer, id, What.EDITED);
                });
    }

    /// Moves a discussion to another community: only where the viewer moderates both, and never to
    /// where more people read.
    ///
    /// @throws ProblemException not found or forbidden, as the policy says; conflict, when it went
    ///   meanwhile, would be read by more people, or is too long
    public void move(Viewer.SignedIn viewer, long id, String community, String words) {
        String why = Entry.reason(words);
        write(
                viewer,
                () -> {
                    DiscussionRow discussion = allowed(viewer, id, Capability.MOVE);
                    CommunityRow target =
                            discussions.community(community).orElseThrow(Arrangement::nowhere);
                    if (!policy.may(Capability.MOVE, target.standing(viewer))) {
                        throw nowhere();
                    }
                    if (target.id() == discussion.communityId()) {
                        throw ProblemException.invalid("community", "forum.move.same");
                    }
                    require(rows.move(id, target.id(), MOST_MOVED));
                    journal.note(
                            viewer,
                            discussion.communityId(),
                            discussion,
                            ModerationAct.MOVED_AWAY,
                            why);
                    journal.note(viewer, target.id(), discussion, ModerationAct.MOVED_HERE, why);
                    tell(viewer, id, What.AUDIENCE);
                });
    }

    /// Where the viewer may move it to.
    public List<Target> targets(Viewer.SignedIn viewer, long id) {
        return transactions.read(viewer, () -> rows.targets(id));
    }

    /// Makes a discussion of its own of these posts and of all that answers them. The first of them
    /// opens it. What takes no replies takes none there either.
    ///
    /// @param posts ids; not the opening post
    /// @throws ProblemException invalid; not found or forbidden, as the policy says; conflict, when
    ///   a post went meanwhile, or there are too many
    public Posted split(
            Viewer.SignedIn viewer, long id, Collection<Long> posts, Kind kind, String entered) {
        String title = Shared.title(entered);
        if (posts.isEmpty()) {
            throw ProblemException.invalid("posts", "forum.split.none");
        }
        Long[] chosen = posts.stream().distinct().toArray(Long[]::new);
        long made = Ids.next();
        return transactions.write(
                viewer,
                () -> {
                    DiscussionRow discussion = allowed(viewer, id, Capability.MERGE);
                    if (kind == Kind.ANNOUNCEMENT) {
                        policy.require(Capability.ANNOUNCE, discussion.standing(viewer));
                    }
                    require(rows.split(id, chosen, made, title, kind.code(), MOST_MOVED));
                    if (discussion.closedAt() != null) {
                        discussions.close(
                                made, viewer.personId(), discussion.closedReason(), moment.now());
                    }
                    DiscussionRow own = threads.discussion(viewer, made);
                    journal.note(
                            viewer,
                            discussion.communityId(),
                            own,
                            ModerationAct.SPLIT,
                            discussion.title());
                    journal.noteParted(viewer, discussion, own.posts(), title);
                    tell(viewer, id, What.EDITED);
                    return new Posted(made, title, 0, 1, false);
                });
    }

    /// Puts all posts of a discussion behind those of another of the same community.
    ///
    /// @return where the first of them stands now
    /// @throws ProblemException not found or forbidden, as the policy says; invalid, when the other
    ///   is not in this community; conflict, when one went meanwhile, or it is too long
    public Posted merge(Viewer.SignedIn viewer, long id, long into) {
        return transactions.write(
                viewer,
                () -> {
                    DiscussionRow discussion = allowed(viewer, id, Capability.MERGE);
                    DiscussionRow goal =
                            discussions
                                    .seen(into)
                                    .filter(row -> row.communityId() == discussion.communityId())
                                    .filter(row -> row.isVisible() && row.id() != id)
                                    .orElseThrow(() ->
                                            ProblemException.invalid("into", "forum.merge.other"));
                    require(rows.merge(id, into, MOST_MOVED));
                    journal.note(
                            viewer,
                            discussion.communityId(),
                            goal,
                            ModerationAct.MERGED,
                            discussion.title());
                    tell(viewer, into, What.EDITED);
                    return rows.moved(id, 1)
                            .map(MadeRow::posted)
                            .orElseGet(() -> new Posted(into, goal.title(), 0, 1, false));
                });
    }

    /// Discussions of the same community into which this one could go, the latest first, at most
    /// [#MOST_CHOICES].
    ///
    /// @param words each stands in the title, whole or in part
    /// @throws ProblemException not found or forbidden, as the policy says
    public List<Mergeable> mergeable(Viewer.SignedIn viewer, long id, String words) {
        String[] sought = words.strip().toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS + 1);
        return transactions.read(
                viewer,
                () -> {
                    allowed(viewer, id, Capability.MERGE);
                    return words.isBlank()
                            ? List.of()
                            : rows.mergeable(
                                    id,
                                    Arrays.stream(sought).limit(MOST_WORDS).toArray(String[]::new),
                                    MOST_CHOICES);
                });
    }

    /// That one, if this one could go into it.
    public Optional<Mergeable> mergeable(Viewer.SignedIn viewer, long id, long into) {
        return transactions.read(
                viewer,
                () -> {
                    allowed(viewer, id, Capability.MERGE);
                    return rows.mergeable(id, into);
                });
    }

    /// Where that place of a discussion is now, if it moved and the viewer may read it.
    ///
    /// @param number of the post; absent: the first
    public Optional<Posted> moved(Viewer viewer, long id, @Nullable Integer number) {
        return transactions.read(
                viewer, () -> rows.moved(id, number == null ? 1 : number).map(MadeRow::posted));
    }

    /// Where an answer goes that was begun here, if what it answers stands in another discussion
    /// now and the viewer may read it there.
    public Optional<MovedAnswer> moved(Viewer viewer, DraftPlace.Answer place) {
        return transactions.read(
                viewer,
                () ->
                        rows.answered(place.discussion(), place.post())
                                .or(() -> rows.answered(place.discussion(), null))
                                .map(MadeRow::posted)
                                .map(MovedAnswer::to));
    }

    /// Where an edit goes on that was begun here, if its post opens a discussion since, or the
    /// discussion's opening post stands in another one, and the viewer may read it there.
    public Optional<DraftPlace> edited(Viewer viewer, DraftPlace place) {
        return transactions.read(
                viewer,
                () ->
                        switch (place) {
                            case DraftPlace.OfPost(long post) ->
                                    rows.opens(post).map(DraftPlace.OfDiscussion::new);
                            case DraftPlace.OfDiscussion(long discussion) ->
                                    rows.answered(discussion, null)
                                            .map(row -> new DraftPlace.OfPost(row.postId()));
                            default -> Optional.empty();
                        });
    }

    private DiscussionRow allowed(Viewer.SignedIn viewer, long id, Capability capability) {
        DiscussionRow discussion = threads.discussion(viewer, id);
        policy.require(capability, discussion.standing(viewer));
        return discussion;
    }

    private void tell(Viewer.SignedIn viewer, long id, What what) {
        changes.append(viewer.personId(), new ContentRef(ContentType.DISCUSSION, id), what);
    }

    private static ProblemException nowhere() {
        return ProblemException.invalid("community", "forum.move.nowhere");
    }

    private static void require(String answer) {
        switch (answer) {
            case "done" -> {}
            case "wider" -> throw conflict("forum.move.wider");
            case "large" -> throw conflict("forum.move.large");
            case "full" -> throw conflict("forum.feature.full");
            default -> throw conflict("forum.moderation.meanwhile");
        }
    }

    private static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }

    private void write(Viewer.SignedIn viewer, Runnable work) {
        transactions.run(viewer, work);
    }
}
