package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;

/// Takes posts and discussions away; their rows stay.
@Singleton
final class Deletions {
    private final Threads threads;
    private final PostRepository posts;
    private final ModerationRepository reports;
    private final Moves moves;
    private final Journal journal;
    private final Policy policy;
    private final Changes changes;
    private final Moment moment;

    Deletions(
            Threads threads,
            PostRepository posts,
            ModerationRepository reports,
            Moves moves,
            Journal journal,
            Policy policy,
            Changes changes,
            Moment moment) {
        this.threads = threads;
        this.posts = posts;
        this.reports = reports;
        this.moves = moves;
        this.journal = journal;
        this.policy = policy;
        this.changes = changes;
        this.moment = moment;
    }

    void post(Viewer.SignedIn viewer, long postId, @Nullable String reason) {
        PostRow post = threads.post(viewer, postId);
        DiscussionRow discussion = threads.discussion(viewer, post.discussionId());
        if (post.isBy(viewer)) {
            policy.require(Capability.DELETE, discussion.standing(viewer), true);
            own(viewer, post);
        } else {
            asModerator(viewer, discussion, post, reason);
        }
    }

    void discussion(Viewer.SignedIn viewer, long id, @Nullable String reason) {
        DiscussionRow discussion = threads.discussion(viewer, id);
        PostRow opening = posts.opening(id).orElse(null);
        if (opening == null) {
            // Its author took her words away, others stay: who may not see that post may not more.
            policy.require(Capability.DELETE, discussion.standing(viewer));
            throw ProblemException.notFound();
        }
        boolean moderates =
                policy.may(Capability.DELETE, discussion.standing(viewer)) && reason != null;
        if (discussion.openedBy(viewer) && !moderates) {
            own(viewer, opening);
        } else {
            asModerator(viewer, discussion, opening, reason);
        }
    }

    private void own(Viewer.SignedIn viewer, PostRow post) {
        if (post.state().equals(State.DELETED.code())) {
            return;
        }
        moves.move(
                viewer,
                post,
                State.DELETED,
                (post.state().equals(State.QUEUED.code()) ? Gone.WITHDRAWN : Gone.AUTHOR).code());
        close(viewer, post);
    }

    /// What is gone needs no decision any more.
    private void close(Viewer.SignedIn viewer, PostRow post) {
        for (long report : reports.close(post.id(), Ids.next(), moment.now())) {
            changes.append(
                    viewer.personId(), new ContentRef(ContentType.REPORT, report), What.AUDIENCE);
        }
    }

    private void asModerator(
            Viewer.SignedIn viewer,
            DiscussionRow discussion,
            PostRow post,
            @Nullable String reason) {
        policy.require(Capability.DELETE, discussion.standing(viewer));
        String why = Entry.reason(reason == null ? "" : reason);
        boolean gone = post.state().equals(State.DELETED.code());
        if (gone && (post.number() > 1 || discussion.state().equals(State.DELETED.code()))) {
            throw new ProblemException(new Problem.Conflict("forum.moderation.meanwhile"));
        }
        moves.moveAsModerator(viewer, post, State.DELETED, Gone.MODERATOR.code());
        close(viewer, post);
        journal.note(viewer, discussion, ModerationAct.POST_DELETED, post, "", why);
    }
}
