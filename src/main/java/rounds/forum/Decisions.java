package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.CommunityLog;
import rounds.community.LogEntry;
import rounds.community.Policy;
import rounds.community.Reason;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.entry.Entry;

import java.util.List;

/// What moderators decide about posts.
@Singleton
final class Decisions {
    private final Threads threads;
    private final ModerationRepository rows;
    private final Moves moves;
    private final Journal journal;
    private final CommunityLog log;
    private final Policy policy;
    private final Changes changes;
    private final Moment moment;

    Decisions(
            Threads threads,
            ModerationRepository rows,
            Moves moves,
            Journal journal,
            CommunityLog log,
            Policy policy,
            Changes changes,
            Moment moment) {
        this.threads = threads;
        this.rows = rows;
        this.moves = moves;
        this.journal = journal;
        this.log = log;
        this.policy = policy;
        this.changes = changes;
        this.moment = moment;
    }

    /// A post and its discussion, as the moderator sees them.
    private record Case(PostRow post, DiscussionRow discussion) {}

    AsSeen asSeen(Viewer.SignedIn viewer, long postId) {
        PostRow post = threads.post(viewer, postId);
        return new AsSeen(post.revision(), log.newest(viewer, PostEdits.content(post)));
    }

    void require(Viewer.SignedIn viewer, long postId, AsSeen seen) {
        AsSeen now = asSeen(viewer, postId);
        if (now.revision() != seen.revision()
                || (seen.entry() != null && !seen.entry().equals(now.entry()))) {
            throw meanwhile();
        }
    }

    List<LogEntry> since(Viewer.SignedIn viewer, long postId, AsSeen seen) {
        return seen.entry() == null
                ? List.of()
                : log.since(viewer, PostEdits.content(threads.post(viewer, postId)), seen.entry());
    }

    void hide(Viewer.SignedIn viewer, long postId, Reason reason, String words) {
        String why = Entry.reason(words);
        Case found = found(viewer, postId, Capability.HIDE);
        if (found.post.state().equals(State.HIDDEN.code())) {
            if (decide(viewer, found, "hidden") == 0) {
                throw meanwhile();
            }
        } else {
            moves.moveAsModerator(viewer, in(found, State.VISIBLE), State.HIDDEN, reason.code());
            decide(viewer, found, "hidden");
        }
        note(viewer, found, ModerationAct.POST_HIDDEN, reason.code(), why);
    }

    void restore(Viewer.SignedIn viewer, long postId, String words) {
        String why = Entry.reason(words);
        Case found = others(viewer, postId, Capability.HIDE);
        if (!Rights.isRestorable(found.post, found.discussion)) {
            throw meanwhile();
        }
        String kind = Reason.codeOrNone(found.post.goneReason());
        moves.moveAsModerator(viewer, found.post, State.VISIBLE, "");
        decide(viewer, found, "restored");
        note(viewer, found, ModerationAct.POST_RESTORED, kind, why);
    }

    void keep(Viewer.SignedIn viewer, long postId, String words) {
        String why = Entry.note("reason", words);
        Case found = others(viewer, postId, Capability.HANDLE_REPORTS);
        in(found, State.VISIBLE);
        String kind = rows.reported(postId).orElse("");
        if (decide(viewer, found, "kept") == 0) {
            throw meanwhile();
        }
        note(viewer, found, ModerationAct.POST_KEPT, kind, why);
    }

    void approve(Viewer.SignedIn viewer, long postId) {
        Case found = others(viewer, postId, Capability.HANDLE_REPORTS);
        moves.moveAsModerator(viewer, in(found, State.QUEUED), State.VISIBLE, "");
        note(viewer, found, ModerationAct.POST_APPROVED, "", "");
    }

    void decline(Viewer.SignedIn viewer, long postId, String words) {
        String why = Entry.reason(words);
        Case found = others(viewer, postId, Capability.HANDLE_REPORTS);
        moves.moveAsModerator(viewer, in(found, State.QUEUED), State.DELETED, Gone.DECLINED.code());
        note(viewer, found, ModerationAct.POST_DECLINED, "", why);
    }

    private Case found(Viewer.SignedIn viewer, long postId, Capability capability) {
        PostRow post = threads.post(viewer, postId);
        DiscussionRow discussion = threads.discussion(viewer, post.discussionId());
        policy.require(capability, discussion.standing(viewer));
        return new Case(post, discussion);
    }

    private Case others(Viewer.SignedIn viewer, long postId, Capability capability) {
        Case found = found(viewer, postId, capability);
        if (found.post.isBy(viewer)) {
            throw new ProblemException(new Problem.Forbidden("forum.moderation.own"));
        }
        return found;
    }

    private static PostRow in(Case found, State state) {
        if (!found.post.state().equals(state.code())) {
            throw meanwhile();
        }
        return found.post;
    }

    private int decide(Viewer.SignedIn viewer, Case found, String verdict) {
        for (long report : rows.waiting(found.post.id())) {
            changes.append(
                    viewer.personId(), new ContentRef(ContentType.REPORT, report), What.AUDIENCE);
        }
        return rows.decide(found.post.id(), viewer.personId(), verdict, moment.now());
    }

    private void note(
            Viewer.SignedIn viewer, Case found, ModerationAct act, String kind, String words) {
        journal.note(viewer, found.discussion, act, found.post, kind, words);
    }

    private static ProblemException meanwhile() {
        return new ProblemException(new Problem.Conflict("forum.moderation.meanwhile"));
    }
}
