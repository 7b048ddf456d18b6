package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.List;

/// Answering without a post: helpful, same here, I tried this, thanks; what helped; how far a
/// challenge has come. What is so already, stays so without a word.
@Singleton
public class Answering {
    private final Reactions reactions;
    private final Helps helps;
    private final Limits limits;
    private final Transactions transactions;

    Answering(Reactions reactions, Helps helps, Limits limits, Transactions transactions) {
        this.reactions = reactions;
        this.helps = helps;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// Says something about a post, or says it anew with other details.
    ///
    /// @throws ProblemException invalid; not found or forbidden, as the policy says, and for one's
    ///   own post
    public void say(Viewer.SignedIn viewer, long postId, Saying saying) {
        limits.take(Limit.REACT, String.valueOf(viewer.personId()));
        write(viewer, () -> reactions.say(viewer, postId, saying));
    }

    public void takeBack(Viewer.SignedIn viewer, long postId, Reaction reaction) {
        limits.take(Limit.REACT, String.valueOf(viewer.personId()));
        write(viewer, () -> reactions.takeBack(viewer, postId, reaction));
    }

    /// Who said what about a post, the latest first.
    ///
    /// @param after the cursor of the page before
    public Slice<Said> said(Viewer viewer, long postId, @Nullable String after, int limit) {
        return transactions.read(viewer, () -> reactions.said(viewer, postId, after, limit));
    }

    /// Marks a post as what helped, or marks it anew. Who opened the discussion may, and
    /// moderators.
    ///
    /// @param passage the words of the post that did; empty: how it begins
    /// @param why in a line; may be empty
    /// @throws ProblemException invalid, for a passage that the post does not hold; not found or
    ///   forbidden
    public void markHelped(Viewer.SignedIn viewer, long postId, String passage, String why) {
        write(viewer, () -> helps.mark(viewer, postId, passage, why));
    }

    public void unmarkHelped(Viewer.SignedIn viewer, long postId) {
        write(viewer, () -> helps.unmark(viewer, postId));
    }

    /// What helped in a discussion, in the order in which it was marked.
    public List<Help> helped(Viewer viewer, Discussion discussion) {
        return discussion.marks().helped() == 0
                ? List.of()
                : transactions.read(viewer, () -> helps.of(discussion.id()));
    }

    /// Says how far a challenge has come. Who opened it may, and moderators.
    ///
    /// @throws ProblemException not found or forbidden; conflict, for what is no challenge
    public void progress(Viewer.SignedIn viewer, long discussionId, Progress progress) {
        write(viewer, () -> helps.progress(viewer, discussionId, progress));
    }

    private void write(Viewer.SignedIn viewer, Runnable work) {
        transactions.run(viewer, work);
    }
}
