package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;

/// Moves posts from one state to another. The database does it in one step and says no where
/// somebody was quicker.
@Singleton
final class Moves {
    private final PostRepository posts;
    private final Changes changes;
    private final Moment moment;

    Moves(PostRepository posts, Changes changes, Moment moment) {
        this.posts = posts;
        this.changes = changes;
        this.moment = moment;
    }

    /// What its author may do to her own.
    void move(Viewer.SignedIn viewer, PostRow post, State to, String why) {
        require(tried(viewer, post, to, why, false));
    }

    void moveAsModerator(Viewer.SignedIn viewer, PostRow post, State to, String why) {
        require(tried(viewer, post, to, why, true));
    }

    /// By a report. False, when a moderator has looked at the same words before: then it only waits
    /// to be looked at again.
    boolean hideReported(Viewer.SignedIn viewer, PostRow post) {
        return tried(viewer, post, State.HIDDEN, Reason.PATIENT_DATA.code(), false);
    }

    private boolean tried(
            Viewer.SignedIn viewer, PostRow post, State to, String why, boolean asModerator) {
        boolean moved =
                posts.move(post.id(), post.state(), to.code(), why, asModerator, moment.now());
        if (moved) {
            changes.append(viewer.personId(), PostEdits.content(post), What.AUDIENCE);
        }
        return moved;
    }

    private static void require(boolean moved) {
        if (!moved) {
            throw new ProblemException(new Problem.Conflict("forum.moderation.meanwhile"));
        }
    }
}
