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

/// Polls: a post carries one, mostly the post that opens a discussion ([Forum#open] takes it
/// along). Members vote and may change their vote until it ends. In a closed poll nobody learns who
/// chose what, not its author and not a moderator: the database shows a ballot to its voter alone.
@Singleton
public class Polls {
    private static final int MOST = 100;

    private final Polling polling;
    private final Limits limits;
    private final Transactions transactions;

    Polls(Polling polling, Limits limits, Transactions transactions) {
        this.polling = polling;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// The poll at this post.
    ///
    /// @throws ProblemException not found, also where the post carries none
    public Poll poll(Viewer viewer, long postId) {
        return transactions.read(viewer, () -> polling.poll(viewer, postId));
    }

    /// Asks at a post of one's own, or asks something else while nobody has voted.
    ///
    /// @throws ProblemException invalid; not found or forbidden; conflict, if somebody has voted
    public void ask(Viewer.SignedIn author, long postId, NewPoll entered) {
        limits.take(Limit.POST, String.valueOf(author.personId()));
        write(author, () -> polling.change(author, postId, entered));
    }

    /// Takes the poll away.
    ///
    /// @throws ProblemException as [#ask]
    public void remove(Viewer.SignedIn author, long postId) {
        write(author, () -> polling.remove(author, postId));
    }

    /// Votes, or votes otherwise than before.
    ///
    /// @param choices numbers of options; ranked: the first choice first; none: takes the vote back
    /// @throws ProblemException invalid, for what the poll does not take; not found or forbidden;
    ///   conflict, if it has ended
    public void vote(Viewer.SignedIn voter, long postId, List<Integer> choices) {
        limits.take(Limit.REACT, String.valueOf(voter.personId()));
        write(voter, () -> polling.vote(voter, postId, choices));
    }

    /// Ends the poll now. Who asked may, and moderators. What has ended stays so without a word.
    public void end(Viewer.SignedIn viewer, long postId) {
        write(viewer, () -> polling.end(viewer, postId));
    }

    /// Who chose what in an open poll, the latest first.
    ///
    /// @param after the cursor of the page before
    /// @throws ProblemException forbidden, for a closed poll, and before its result is shown
    public Slice<Ballot> ballots(Viewer viewer, long postId, @Nullable String after, int limit) {
        return transactions.read(
                viewer, () -> polling.ballots(viewer, postId, after, Math.clamp(limit, 1, MOST)));
    }

    private void write(Viewer.SignedIn viewer, Runnable work) {
        transactions.run(viewer, work);
    }
}
