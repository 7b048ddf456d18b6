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
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;

/// Gives and takes back reactions, and lists them.
@Singleton
final class Reactions {
    private static final int MOST = 100;

    /// After every kind's code.
    private static final String LAST_KIND = "~";

    private final Threads threads;
    private final AnswerRepository rows;
    private final DiscussionRepository discussions;
    private final Policy policy;
    private final Changes changes;
    private final Moment moment;

    Reactions(
            Threads threads,
            AnswerRepository rows,
            DiscussionRepository discussions,
            Policy policy,
            Changes changes,
            Moment moment) {
        this.threads = threads;
        this.rows = rows;
        this.discussions = discussions;
        this.policy = policy;
        this.changes = changes;
        this.moment = moment;
    }

    void say(Viewer.SignedIn viewer, long postId, Saying saying) {
        Reaction reaction = saying.reaction();
        boolean tried = reaction == Reaction.TRIED;
        if (tried && saying.outcome() == null) {
            throw ProblemException.invalid("outcome", "answer.outcome.missing");
        }
        PostRow post = allowed(viewer, postId);
        boolean same = reaction == Reaction.SAME;
        set(
                viewer,
                post,
                reaction,
                true,
                tried && saying.outcome() != null ? saying.outcome().code() : null,
                tried ? Shared.words("note", Entry.line("note", saying.note(), 300)) : "",
                same ? Shared.words("place", Entry.line("place", saying.place(), 100)) : "",
                same && saying.community() != null ? community(saying.community()) : null);
    }

    void takeBack(Viewer.SignedIn viewer, long postId, Reaction reaction) {
        set(viewer, allowed(viewer, postId), reaction, false, null, "", "", null);
    }

    private PostRow allowed(Viewer.SignedIn viewer, long postId) {
        PostRow post = threads.post(viewer, postId);
        DiscussionRow discussion = threads.discussion(viewer, post.discussionId());
        policy.require(Capability.REACT, discussion.standing(viewer));
        if (!post.isVisible() || !discussion.isVisible()) {
            throw new ProblemException(new Problem.Conflict("answer.gone"));
        }
        return post;
    }

    private long community(String slug) {
        return discussions
                .community(slug)
                .map(CommunityRow::id)
                .orElseThrow(() ->
                        ProblemException.invalid("community", "answer.same.community.unknown"));
    }

    private void set(
            Viewer.SignedIn viewer,
            PostRow post,
            Reaction reaction,
            boolean wanted,
            @Nullable String outcome,
            String note,
            String place,
            @Nullable Long community) {
        if (wanted && post.isBy(viewer)) {
            throw new ProblemException(new Problem.Forbidden("answer.own"));
        }
        boolean changed =
                rows.react(
                                post.id(),
                                reaction.code(),
                                wanted,
                                outcome,
                                note,
                                place,
                                community,
                                moment.now())
                        .orElseThrow(() -> refused(community));
        if (changed) {
            changes.append(viewer.personId(), PostEdits.content(post), What.MARKED);
        }
    }

    private static ProblemException refused(@Nullable Long community) {
        return community == null
                ? new ProblemException(new Problem.Conflict("answer.gone"))
                : ProblemException.invalid("community", "answer.same.community.unknown");
    }

    Slice<Said> said(Viewer viewer, long postId, @Nullable String after, int limit) {
        PostRow post = threads.post(viewer, postId);
        int taken = Math.clamp(limit, 1, MOST);
        Cursor cursor = Cursor.parse(after, 3);
        Keyset from = cursor == null ? Keyset.newestFirst(null) : Keyset.of(cursor);
        return Slice.of(
                        rows.said(
                                post.id(),
                                from.at(),
                                from.id(),
                                cursor == null ? LAST_KIND : cursor.text(2),
                                taken + 1),
                        taken,
                        row -> Cursor.after(row.at(), row.personId(), row.kind()))
                .map(SaidRow::said);
    }
}
