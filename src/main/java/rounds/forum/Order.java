package rounds.forum;

import jakarta.inject.Singleton;

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

/// Closes and pins discussions. What is so already, stays so without a word.
@Singleton
final class Order {
    private final Threads threads;
    private final DiscussionRepository discussions;
    private final Journal journal;
    private final Policy policy;
    private final Changes changes;
    private final Moment moment;

    Order(
            Threads threads,
            DiscussionRepository discussions,
            Journal journal,
            Policy policy,
            Changes changes,
            Moment moment) {
        this.threads = threads;
        this.discussions = discussions;
        this.journal = journal;
        this.policy = policy;
        this.changes = changes;
        this.moment = moment;
    }

    void close(Viewer.SignedIn viewer, long id) {
        DiscussionRow discussion = allowed(viewer, id, Capability.CLOSE);
        if (discussion.closedAt() == null) {
            int rows = discussions.close(id, viewer.personId(), moment.now());
            done(viewer, discussion, ModerationAct.CLOSED, rows);
        }
    }

    void reopen(Viewer.SignedIn viewer, long id) {
        DiscussionRow discussion = allowed(viewer, id, Capability.REOPEN);
        if (discussion.closedAt() != null) {
            done(viewer, discussion, ModerationAct.REOPENED, discussions.reopen(id));
        }
    }

    void pin(Viewer.SignedIn viewer, long id) {
        DiscussionRow discussion = allowed(viewer, id, Capability.PIN);
        if (discussion.pinnedAt() == null) {
            done(viewer, discussion, ModerationAct.PINNED, discussions.pin(id, moment.now()));
        }
    }

    void unpin(Viewer.SignedIn viewer, long id) {
        DiscussionRow discussion = allowed(viewer, id, Capability.PIN);
        if (discussion.pinnedAt() != null) {
            done(viewer, discussion, ModerationAct.UNPINNED, discussions.unpin(id));
        }
    }

    private DiscussionRow allowed(Viewer.SignedIn viewer, long id, Capability capability) {
        DiscussionRow discussion = threads.discussion(viewer, id);
        // Whoever closed a note could not open it again: nobody keeps order there.
        if (discussion.conversation()) {
            throw ProblemException.notFound();
        }
        policy.require(capability, discussion.standing(viewer), discussion.openedBy(viewer));
        return discussion;
    }

    private void done(
            Viewer.SignedIn viewer, DiscussionRow discussion, ModerationAct act, int rows) {
        if (rows == 0) {
            throw new ProblemException(new Problem.Conflict("forum.moderation.meanwhile"));
        }
        journal.note(viewer, discussion, act);
        changes.append(
                viewer.personId(),
                new ContentRef(ContentType.DISCUSSION, discussion.id()),
                What.EDITED);
    }
}
