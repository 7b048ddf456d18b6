package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Reason;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;

/// Takes reports in.
@Singleton
final class Reporting {
    private final Threads threads;
    private final ModerationRepository rows;
    private final Moves moves;
    private final Policy policy;
    private final Changes changes;
    private final Moment moment;

    Reporting(
            Threads threads,
            ModerationRepository rows,
            Moves moves,
            Policy policy,
            Changes changes,
            Moment moment) {
        this.threads = threads;
        this.rows = rows;
        this.moves = moves;
        this.policy = policy;
        this.changes = changes;
        this.moment = moment;
    }

    boolean report(Viewer.SignedIn viewer, long postId, Reason reason, String entered) {
        String note = Entry.note("note", entered);
        PostRow post = threads.post(viewer, postId);
        DiscussionRow discussion = threads.discussion(viewer, post.discussionId());
        if (discussion.conversation()) {
            throw ProblemException.notFound();
        }
        policy.require(Capability.REPORT, discussion.standing(viewer));
        if (post.isBy(viewer)) {
            throw new ProblemException(new Problem.Forbidden("forum.report.own"));
        }
        if (!post.isVisible()) {
            throw new ProblemException(new Problem.Conflict("forum.report.gone"));
        }
        long id = Ids.next();
        int added =
                rows.report(
                        id,
                        discussion.communityId(),
                        postId,
                        viewer.personId(),
                        reason.code(),
                        note,
                        moment.now());
        if (added > 0) {
            changes.append(viewer.personId(), new ContentRef(ContentType.REPORT, id), What.CREATED);
        }
        boolean hidden = reason == Reason.PATIENT_DATA && moves.hideReported(viewer, post);
        if (hidden) {
            rows.logHiding(postId, Ids.next());
        }
        return hidden;
    }
}
