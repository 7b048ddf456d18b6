package rounds.topics;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.CommunityLog;
import rounds.community.LogEntry;
import rounds.kernel.ContentRef;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.changes.Submissions;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Focus topics: propose one, say that one wants it, open it, and take it from step to step.
@Singleton
public class Topics {
    /// Open proposals of one person in one community.
    static final int MOST_PROPOSED = 20;

    static final int MOST_CURATORS = 20;
    private static final int MOST_HISTORY = 200;

    private final TopicRepository rows;
    private final TopicFinding finding;
    private final TopicRules rules;
    private final CommunityLog log;
    private final Submissions submissions;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Topics(
            TopicRepository rows,
            TopicFinding finding,
            TopicRules rules,
            CommunityLog log,
            Submissions submissions,
            Limits limits,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.finding = finding;
        this.rules = rules;
        this.log = log;
        this.submissions = submissions;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// @throws ProblemException not found, also for who may not read it
    public Topic topic(Viewer viewer, long id) {
        return transactions.read(viewer, () -> finding.seen(viewer, id));
    }

    /// What was done with it, the newest first; nothing for who is no member of its community.
    public List<LogEntry> history(Viewer viewer, long id, int most) {
        return transactions.read(viewer, () -> rows.history(id, Math.clamp(most, 1, MOST_HISTORY)));
    }

    /// Proposes a topic to a community; whoever proposes it wants it.
    ///
    /// @param submission by which the same request, sent twice, is known
    /// @throws ProblemException not found, forbidden; invalid, with every field that cannot be
    ///   taken; conflict, for whoever has too many open proposals
    public Topic propose(
            Viewer.SignedIn viewer, String slug, Pursuit entered, @Nullable String submission) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        Pursuit checked = entered.checked();
        return transactions.write(
                viewer,
                () -> {
                    TopicRoomRow room = rows.room(slug).orElseThrow(ProblemException::notFound);
                    rules.require(Capability.PROPOSE, room.standing(viewer));
                    ContentRef made = Topic.ref(Ids.next());
                    Optional<ContentRef> before =
                            submissions.claim(
                                    viewer.personId(), submission, made, List.of(slug, checked));
                    if (before.isPresent()) {
                        return finding.seen(viewer, before.get().id());
                    }
                    if (propose(made.id(), room, checked) == 0) {
                        throw TopicFinding.conflict("topics.too-many-proposals");
                    }
                    rows.vote(made.id(), true, moment.now());
                    log.add(viewer, room.id(), "topic_proposed", made, null, "", "");
                    changes.append(viewer.personId(), made, What.CREATED);
                    return finding.seen(viewer, made.id());
                });
    }

    private int propose(long id, TopicRoomRow room, Pursuit pursuit) {
        return rows.propose(
                id,
                room.id(),
                pursuit.title(),
                pursuit.question(),
                pursuit.why(),
                pursuit.objectives().toArray(String[]::new),
                pursuit.tags().toArray(String[]::new),
                pursuit.language(),
                pursuit.starts(),
                pursuit.ends(),
                room.visibility(),
                MOST_PROPOSED,
                moment.now());
    }

    /// Says that the viewer wants a proposal.
    ///
    /// @throws ProblemException not found; forbidden, for who is no member; conflict, when it is no
    ///   proposal any more
    public void want(Viewer.SignedIn viewer, long id) {
        vote(viewer, id, true);
    }

    /// The same taken back.
    public void wantNoLonger(Viewer.SignedIn viewer, long id) {
        vote(viewer, id, false);
    }

    private void vote(Viewer.SignedIn viewer, long id, boolean wanted) {
        limits.take(Limit.REACT, String.valueOf(viewer.personId()));
        transactions.run(
                viewer,
                () -> {
                    TopicRow row = finding.row(id);
                    rules.require(Capability.PROPOSE, row.standing(viewer));
                    if (!rows.vote(id, wanted, moment.now())) {
                        throw TopicFinding.conflict("topics.moved-meanwhile");
                    }
                    changes.append(viewer.personId(), Topic.ref(id), What.MARKED);
                });
    }

    /// Changes what a topic pursues.
    ///
    /// @param revision that was looked at
    /// @throws ProblemException not found, forbidden; invalid, with every field that cannot be
    ///   taken; conflict, when something else was said since
    public Topic describe(Viewer.SignedIn viewer, long id, Pursuit entered, int revision) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        Pursuit checked = entered.checked();
        return transactions.write(
                viewer,
                () -> {
                    Topic topic = finding.seen(viewer, id);
                    if (!topic.may().edit()) {
                        throw new ProblemException(new Problem.Forbidden("topics.not-tended"));
                    }
                    if (describe(id, revision, checked) == 0) {
                        throw TopicFinding.conflict("topics.changed-meanwhile");
                    }
                    if (topic.state().isOpened()) {
                        logged(viewer, topic, "topic_described", null, "", "");
                    }
                    changes.append(viewer.personId(), topic.ref(), What.AUDIENCE);
                    return finding.seen(viewer, id);
                });
    }

    private int describe(long id, int revision, Pursuit pursuit) {
        return rows.describe(
                id,
                revision,
                pursuit.title(),
                pursuit.question(),
                pursuit.why(),
                pursuit.objectives().toArray(String[]::new),
                pursuit.tags().toArray(String[]::new),
                pursuit.language(),
                pursuit.starts(),
                pursuit.ends(),
                moment.now());
    }

    /// Takes a topic a step on: opens it, declines it, takes it back, publishes it, puts it under
    /// review, archives it.
    ///
    /// @param revision that was looked at
    /// @param words why; owed where it is declined or archived, else may be empty
    /// @throws ProblemException not found; forbidden, for who may not take that step; invalid on
    ///   `reason`; conflict, when it has moved since, or nothing is written that could be published
    public Topic move(
            Viewer.SignedIn viewer, long id, TopicState becomes, String words, int revision) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        boolean owed = becomes == TopicState.DECLINED || becomes == TopicState.ARCHIVED;
        String why = owed ? Entry.reason(words) : Entry.note("reason", words);
        return transactions.write(
                viewer,
                () -> {
                    Topic topic = finding.seen(viewer, id);
                    if (!mayTake(topic, becomes)) {
                        throw new ProblemException(new Problem.Forbidden("topics.not-tended"));
                    }
                    if (becomes == TopicState.PUBLISHED && topic.summary() == null) {
                        throw TopicFinding.conflict("topics.nothing-to-publish");
                    }
                    boolean moved =
                            rows.move(
                                    id,
                                    revision,
                                    topic.state().code(),
                                    becomes.code(),
                                    why,
                                    moment.now());
                    if (!moved) {
                        throw TopicFinding.conflict("topics.moved-meanwhile");
                    }
                    logged(viewer, topic, act(topic, becomes), null, "", why);
                    changes.append(viewer.personId(), topic.ref(), What.AUDIENCE);
                    return finding.seen(viewer, id);
                });
    }

    private static String act(Topic topic, TopicState becomes) {
        return becomes == TopicState.OPEN && topic.state() == TopicState.ARCHIVED
                ? "topic_reopened"
                : "topic_" + becomes.code();
    }

    private static boolean mayTake(Topic topic, TopicState becomes) {
        return switch (becomes) {
            case WITHDRAWN -> topic.may().takeBack();
            case PROPOSED, DECLINED -> topic.may().open();
            case OPEN -> topic.state().isOpened() ? topic.may().curate() : topic.may().open();
            case SYNTHESISING, PUBLISHED, REVIEW, ARCHIVED -> topic.may().curate();
        };
    }

    /// Asks a member to tend the topic.
    ///
    /// @param called her handle, or her name where only one is called so
    /// @throws ProblemException not found, forbidden; invalid on `curator`, where that is no member
    public Topic nameCurator(Viewer.SignedIn viewer, long id, String called) {
        return transactions.write(
                viewer,
                () -> {
                    Topic topic = finding.tended(viewer, id);
                    if (topic.curators().size() >= MOST_CURATORS) {
                        throw ProblemException.invalid(
                                "curator", "topics.curators.too-many", MOST_CURATORS);
                    }
                    long person = member(topic, "curator", called);
                    if (rows.curator(id, person, true, moment.now())) {
                        logged(viewer, topic, "topic_curator_named", person, "", "");
                        changes.append(viewer.personId(), topic.ref(), What.EDITED);
                    }
                    return finding.seen(viewer, id);
                });
    }

    /// The same ended; also by herself.
    public Topic endCurator(Viewer.SignedIn viewer, long id, long person) {
        return transactions.write(
                viewer,
                () -> {
                    Topic topic = finding.tended(viewer, id);
                    if (rows.curator(id, person, false, moment.now())) {
                        logged(viewer, topic, "topic_curator_ended", person, "", "");
                        changes.append(viewer.personId(), topic.ref(), What.EDITED);
                    }
                    return finding.seen(viewer, id);
                });
    }

    /// Says who looks at the summary again, and by when.
    ///
    /// @param called a member's handle, or her name; blank: nobody
    /// @param on null: on no day
    /// @param revision that was looked at
    /// @throws ProblemException not found, forbidden; invalid on `owner`; conflict, when something
    ///   else was said since
    public Topic planReview(
            Viewer.SignedIn viewer, long id, String called, @Nullable LocalDate on, int revision) {
        return transactions.write(
                viewer,
                () -> {
                    Topic topic = finding.tended(viewer, id);
                    @Nullable Long owner =
                            called.isBlank() ? null : (Long) member(topic, "owner", called);
                    if (rows.own(id, revision, owner, on, moment.now()) == 0) {
                        throw TopicFinding.conflict("topics.changed-meanwhile");
                    }
                    logged(viewer, topic, "topic_review_planned", owner, "", "");
                    changes.append(viewer.personId(), topic.ref(), What.EDITED);
                    return finding.seen(viewer, id);
                });
    }

    private long member(Topic topic, String field, String called) {
        List<Long> people = rows.member(topic.communityId(), called.strip().replaceFirst("^@", ""));
        if (people.size() > 1) {
            throw ProblemException.invalid(field, "topics.person.several");
        }
        return people.stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(field, "topics.person.no-member"));
    }

    private void logged(
            Viewer.SignedIn viewer,
            Topic topic,
            String act,
            @Nullable Long person,
            String detail,
            String reason) {
        log.add(viewer, topic.communityId(), act, topic.ref(), person, detail, reason);
    }
}
