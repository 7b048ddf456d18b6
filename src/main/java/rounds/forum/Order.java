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
import rounds.platform.entry.Entry;

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

    /// A sentence that stands under the title, not an essay.
    static final int LONGEST_REASON = 300;

    void close(Viewer.SignedIn viewer, long id, String entered) {
        String reason = Entry.line("reason", entered, LONGEST_REASON);
        DiscussionRow discussion = allowed(viewer, id, Capability.CLOSE);
        if (reason.isEmpty() && !discussion.openedBy(viewer)) {
            throw ProblemException.invalid("reason", "forum.close.reason.missing");
        }
        if (discussion.closedAt() == null) {
            int rows = discussions.close(id, viewer.personId(), reason, moment.now());
            done(viewer, discussion, ModerationAct.CLOSED, rows, reason);
        }
    }

    void reopen(Viewer.SignedIn viewer, long id) {
        DiscussionRow discussion = allowed(viewer, id, Capability.REOPEN);
        if (discussion.closedAt() != null) {
            done(viewer, discussion, ModerationAct.REOPENED, discussions.reopen(id), "");
        }
    }

    void pin(Viewer.SignedIn viewer, long id) {
        DiscussionRow discussion = allowed(viewer, id, Capability.PIN);
        if (discussion.pinnedAt() == null) {
            int rows = discussions.pin(id, moment.now());
            done(viewer, discussion, ModerationAct.PINNED, rows, "");
        }
    }

    void unpin(Viewer.SignedIn viewer, long id) {
        DiscussionRow discussion = allowed(viewer, id, Capability.PIN);
        if (discussion.pinnedAt() != null) {
            done(viewer, discussion, ModerationAct.UNPINNED, discussions.unpin(id), "");
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
            Viewer.SignedIn viewer,
            DiscussionRow discussion,
            ModerationAct act,
            int rows,
            String reason) {
        if (rows == 0) {
            throw new ProblemException(new Problem.Conflict("forum.moderation.meanwhile"));
        }
        journal.note(viewer, discussion.communityId(), discussion, act, reason);
        changes.append(
                viewer.personId(),
                new ContentRef(ContentType.DISCUSSION, discussion.id()),
                What.EDITED);
    }
}
