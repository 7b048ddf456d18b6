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
import rounds.platform.markdown.Html;

import java.util.List;

/// What helped, and how far a challenge has come: who asked says so, or a moderator.
@Singleton
final class Helps {
    /// More than a handful is no answer any more.
    private static final int MOST = 20;

    private static final int LONGEST_WHY = 300;

    private final Threads threads;
    private final AnswerRepository rows;
    private final Policy policy;
    private final Changes changes;
    private final Moment moment;

    Helps(Threads threads, AnswerRepository rows, Policy policy, Changes changes, Moment moment) {
        this.threads = threads;
        this.rows = rows;
        this.policy = policy;
        this.changes = changes;
        this.moment = moment;
    }

    void mark(Viewer.SignedIn viewer, long postId, String passage, String why) {
        PostRow post = threads.post(viewer, postId);
        DiscussionRow discussion = allowed(viewer, post.discussionId());
        // A note is between a few people: there is nobody for whom to mark it.
        if (post.number() == 1 || !post.isVisible() || discussion.conversation()) {
            throw new ProblemException(new Problem.Conflict("answer.helped.not-this"));
        }
        if (!post.helped() && discussion.helped() >= MOST) {
            throw new ProblemException(new Problem.Conflict("answer.helped.enough"));
        }
        String line = Entry.line("why", why, LONGEST_WHY);
        String words = Entry.line("passage", passage, Passage.LONGEST);
        if (!Passage.isIn(new Html(post.html(), post.htmlVersion()).plainText(), words)) {
            throw ProblemException.invalid("passage", "answer.passage.unknown");
        }
        set(viewer, post, true, words, line);
    }

    void unmark(Viewer.SignedIn viewer, long postId) {
        PostRow post = threads.post(viewer, postId);
        allowed(viewer, post.discussionId());
        set(viewer, post, false, "", "");
    }

    private void set(
            Viewer.SignedIn viewer, PostRow post, boolean wanted, String passage, String why) {
        boolean changed =
                rows.markHelped(post.id(), wanted, passage, why, moment.now())
                        .orElseThrow(
                                () -> new ProblemException(new Problem.Conflict("answer.gone")));
        if (changed) {
            changes.append(viewer.personId(), PostEdits.content(post), What.MARKED);
        }
    }

    List<Help> of(long discussion) {
        return rows.helped(discussion, MOST).stream().map(HelpRow::help).toList();
    }

    void progress(Viewer.SignedIn viewer, long id, Progress progress) {
        DiscussionRow discussion = allowed(viewer, id);
        if (!Kind.of(discussion.kind()).comesToAnEnd()) {
            throw new ProblemException(new Problem.Conflict("answer.progress.challenge"));
        }
        if (rows.progress(id, progress.code()) > 0) {
            changes.append(
                    viewer.personId(), new ContentRef(ContentType.DISCUSSION, id), What.MARKED);
        }
    }

    private DiscussionRow allowed(Viewer.SignedIn viewer, long id) {
        DiscussionRow discussion = threads.discussion(viewer, id);
        policy.require(
                Capability.MARK_HELPED, discussion.standing(viewer), discussion.openedBy(viewer));
        return discussion;
    }
}
