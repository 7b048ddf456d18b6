package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Cursor;
import rounds.platform.database.Ids;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Discussions to be opened later ([Publishing] does it). Until then nobody but their author and
/// the community's moderators knows of them.
@Singleton
public class Planning {
    /// Enough for a season of announcements.
    public static final int MOST = 50;

    /// Who plans further ahead forgets it.
    private static final Duration FURTHEST = Duration.ofDays(730);

    private final PlannedRepository rows;
    private final DiscussionRepository discussions;
    private final Opening opening;
    private final Publishing publishing;
    private final Drafts drafts;
    private final Policy policy;
    private final Limits limits;
    private final Moment moment;
    private final Transactions transactions;

    Planning(
            PlannedRepository rows,
            DiscussionRepository discussions,
            Opening opening,
            Publishing publishing,
            Drafts drafts,
            Policy policy,
            Limits limits,
            Moment moment,
            Transactions transactions) {
        this.rows = rows;
        this.discussions = discussions;
        this.opening = opening;
        this.publishing = publishing;
        this.drafts = drafts;
        this.policy = policy;
        this.limits = limits;
        this.moment = moment;
        this.transactions = transactions;
    }

    /// Plans a discussion; all that would be refused then is refused now.
    ///
    /// @param at when it is to be opened
    /// @throws ProblemException invalid; not found or forbidden; conflict, if she has [#MOST]
    public Planned plan(
            Viewer.SignedIn author, String slug, NewDiscussion entered, @Nullable Instant at) {
        limits.take(Limit.POST, String.valueOf(author.personId()));
        NewPoll asked = entered.poll() == null ? null : entered.poll().checked(future(at));
        Opening.Draft draft = opening.draft(author, entered, new Spot.New(slug));
        Instant publishAt = future(at);
        return transactions.write(
                author,
                () -> {
                    CommunityRow community =
                            discussions.community(slug).orElseThrow(ProblemException::notFound);
                    policy.require(Capability.PLAN, community.standing(author));
                    long id = Ids.next();
                    int planned =
                            rows.plan(
                                    id,
                                    community.id(),
                                    draft.kind().code(),
                                    draft.title(),
                                    draft.tags().toArray(String[]::new),
                                    draft.body(),
                                    entered.language() == null ? null : draft.language(),
                                    (asked == null ? PollWords.NONE : asked.words()).stored(),
                                    publishAt,
                                    MOST,
                                    moment.now());
                    if (planned == 0) {
                        throw new ProblemException(new Problem.Conflict("planned.too-many"));
                    }
                    drafts.sent(draft.written());
                    return found(author, id);
                });
    }

    private Instant future(@Nullable Instant at) {
        if (at == null) {
            throw ProblemException.invalid("publish-at", "planned.time.missing");
        }
        Instant now = moment.now();
        if (!at.isAfter(now)) {
            throw ProblemException.invalid("publish-at", "planned.time.past");
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            throw ProblemException.invalid("publish-at", "planned.time.far");
        }
        return at;
    }

    /// @throws ProblemException not found, also for all but its author and the moderators
    public Planned planned(Viewer.SignedIn viewer, long id) {
        return transactions.read(viewer, () -> found(viewer, id));
    }

    private Planned found(Viewer.SignedIn viewer, long id) {
        return rows.find(id).map(row -> row.seenBy(viewer)).orElseThrow(ProblemException::notFound);
    }

    /// What is planned in a community, the next one first: for moderators all of it, for others who
    /// may plan their own.
    public Slice<Planned> in(
            Viewer.SignedIn viewer, String slug, @Nullable String after, int limit) {
        Keyset from = Keyset.oldestFirst(after);
        int taken = Math.clamp(limit, 1, 100);
        return transactions.read(
                viewer,
                () -> {
                    CommunityRow community =
                            discussions.community(slug).orElseThrow(ProblemException::notFound);
                    policy.require(Capability.PLAN, community.standing(viewer));
                    return Slice.of(
                                    rows.in(community.id(), from.at(), from.id(), taken + 1),
                                    taken,
                                    row -> Cursor.after(row.publishAt(), row.id()))
                            .map(row -> row.seenBy(viewer));
                });
    }

    /// All that she planned herself, the next one first.
    public List<Planned> mine(Viewer.SignedIn viewer) {
        return transactions.read(
                viewer, () -> rows.mine(MOST).stream().map(row -> row.seenBy(viewer)).toList());
    }

    /// Another time. Its author may say so, and a moderator.
    ///
    /// @param revision of the plan that was looked at
    /// @throws ProblemException invalid; not found; conflict, if it was changed meanwhile
    public void putOff(Viewer.SignedIn viewer, long id, int revision, @Nullable Instant at) {
        Instant publishAt = future(at);
        int changed =
                transactions.write(
                        viewer,
                        () -> {
                            found(viewer, id);
                            return rows.putOff(id, revision, publishAt);
                        });
        if (changed == 0) {
            throw new ProblemException(new Problem.Conflict("planned.meanwhile"));
        }
    }

    /// Opens it now, in its author's name. She may, and a moderator.
    ///
    /// @throws ProblemException not found; conflict, if its author may not open it any more
    public Posted publish(Viewer.SignedIn viewer, long id) {
        planned(viewer, id);
        try {
            return publishing.now(id);
        } catch (ProblemException hindered) {
            throw hindered.problem() instanceof Problem.NotFound
                    ? new ProblemException(new Problem.Conflict("planned.problem.rights"))
                    : new ProblemException(
                            new Problem.Conflict(
                                    "planned.problem." + Publishing.problem(hindered.problem())));
        }
    }

    /// Makes it a draft of its author's again. She may, and a moderator.
    ///
    /// @return where the draft is
    /// @throws ProblemException not found
    public long withdraw(Viewer.SignedIn viewer, long id) {
        return transactions.write(
                viewer,
                () -> {
                    PlannedRow row = rows.find(id).orElseThrow(ProblemException::notFound);
                    long draft = Ids.next();
                    if (!rows.withdraw(
                            id,
                            draft,
                            DraftPlace.another(row.communityId()).text(),
                            moment.now())) {
                        throw ProblemException.notFound();
                    }
                    return draft;
                });
    }
}
