package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Cursor;
import rounds.platform.database.Ids;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;

import java.util.List;

/// Asks, votes and ends, inside the viewer's transaction.
@Singleton
final class Polling {
    private final Threads threads;
    private final PollRepository rows;
    private final PollReading reading;
    private final Policy policy;
    private final Changes changes;
    private final Moment moment;

    Polling(
            Threads threads,
            PollRepository rows,
            PollReading reading,
            Policy policy,
            Changes changes,
            Moment moment) {
        this.threads = threads;
        this.rows = rows;
        this.reading = reading;
        this.policy = policy;
        this.changes = changes;
        this.moment = moment;
    }

    /// At a post that was just written.
    void ask(long postId, NewPoll entered) {
        set(postId, entered.checked(moment.now()));
    }

    void change(Viewer.SignedIn author, long postId, NewPoll entered) {
        PostRow post = own(author, postId);
        set(postId, entered.checked(moment.now()));
        changes.append(author.personId(), PostEdits.content(post), What.EDITED);
    }

    private void set(long postId, NewPoll poll) {
        String outcome =
                rows.set(
                                postId,
                                poll.question(),
                                poll.kind().code(),
                                poll.most(),
                                poll.open(),
                                poll.results().code(),
                                poll.ends(),
                                poll.options().toArray(String[]::new),
                                moment.now())
                        .orElseThrow(() -> conflict("poll.gone"));
        requireUnvoted(outcome);
    }

    void remove(Viewer.SignedIn author, long postId) {
        PostRow post = own(author, postId);
        requireUnvoted(rows.remove(postId).orElseThrow(ProblemException::notFound));
        changes.append(author.personId(), PostEdits.content(post), What.EDITED);
    }

    private static void requireUnvoted(String outcome) {
        if (outcome.equals("voted")) {
            throw conflict("poll.voted-already");
        }
    }

    private PostRow own(Viewer.SignedIn author, long postId) {
        PostRow post = threads.post(author, postId);
        DiscussionRow discussion = threads.discussion(author, post.discussionId());
        policy.require(Capability.EDIT, discussion.standing(author), post.isBy(author));
        return post;
    }

    void vote(Viewer.SignedIn voter, long postId, List<Integer> choices) {
        PostRow post = threads.post(voter, postId);
        DiscussionRow discussion = threads.discussion(voter, post.discussionId());
        policy.require(Capability.VOTE, discussion.standing(voter));
        String outcome =
                rows.vote(postId, choices.toArray(Integer[]::new), Ids.next(), moment.now())
                        .orElseThrow(() ->
                                post.polled()
                                        ? conflict("poll.gone")
                                        : ProblemException.notFound());
        switch (outcome) {
            case "ended" -> throw conflict(Poll.ENDED);
            case "unfit" -> throw unfit(reading.of(post, discussion, voter), choices);
            case "cast" -> changes.append(voter.personId(), PostEdits.content(post), What.MARKED);
            default -> {}
        }
    }

    /// What is wrong with them, in the words of that kind of poll.
    private static ProblemException unfit(@Nullable Poll poll, List<Integer> choices) {
        int most = poll == null ? NewPoll.MOST_OPTIONS : poll.atMost();
        if (choices.size() > most) {
            return ProblemException.invalid("choice", "poll.choice.most", most, choices.size());
        }
        return ProblemException.invalid("choice", "poll.choice.unfit");
    }

    void end(Viewer.SignedIn viewer, long postId) {
        PostRow post = threads.post(viewer, postId);
        DiscussionRow discussion = threads.discussion(viewer, post.discussionId());
        policy.require(Capability.CLOSE, discussion.standing(viewer), post.isBy(viewer));
        if (rows.end(postId, moment.now()).orElseThrow(ProblemException::notFound)) {
            changes.append(viewer.personId(), PostEdits.content(post), What.MARKED);
        }
    }

    Poll poll(Viewer viewer, long postId) {
        PostRow post = threads.post(viewer, postId);
        Poll poll = reading.of(post, threads.discussion(viewer, post.discussionId()), viewer);
        if (poll == null) {
            throw ProblemException.notFound();
        }
        return poll;
    }

    Slice<Ballot> ballots(Viewer viewer, long postId, @Nullable String after, int limit) {
        Poll poll = poll(viewer, postId);
        if (!poll.open() || !poll.shown()) {
            throw new ProblemException(
                    new Problem.Forbidden(poll.open() ? "poll.not-yet" : "poll.closed-ballots"));
        }
        Keyset from = Keyset.newestFirst(after);
        return Slice.of(
                        rows.ballots(postId, from.at(), from.id(), limit + 1),
                        limit,
                        row -> Cursor.after(row.castAt(), row.id()))
                .map(row -> row.ballot(poll));
    }

    private static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }
}
