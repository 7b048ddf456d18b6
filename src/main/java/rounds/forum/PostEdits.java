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
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.entry.Tongue;
import rounds.platform.markdown.Html;

/// Writes posts anew.
@Singleton
final class PostEdits {
    private final Threads threads;
    private final DiscussionRepository discussions;
    private final PostRepository posts;
    private final Drafts drafts;
    private final Policy policy;
    private final Pointing pointing;
    private final Changes changes;
    private final Moment moment;

    PostEdits(
            Threads threads,
            DiscussionRepository discussions,
            PostRepository posts,
            Drafts drafts,
            Policy policy,
            Pointing pointing,
            Changes changes,
            Moment moment) {
        this.threads = threads;
        this.discussions = discussions;
        this.posts = posts;
        this.drafts = drafts;
        this.policy = policy;
        this.pointing = pointing;
        this.changes = changes;
        this.moment = moment;
    }

    record Draft(
            long postId,
            String body,
            Pointed pointed,
            @Nullable String language,
            @Nullable Written written) {

        Html html() {
            return pointed.html();
        }
    }

    Draft draft(Viewer.SignedIn author, long postId, PostEdit entered) {
        String body = Shared.body(entered.body());
        String language = entered.language() == null ? null : Entry.language(entered.language());
        Pointed pointed = pointing.lay(author, postId, body, new Spot.Again(postId));
        return new Draft(postId, body, pointed, language, entered.written());
    }

    Posted edit(Viewer.SignedIn author, int revision, Draft draft) {
        PostRow post = threads.post(author, draft.postId);
        DiscussionRow discussion = threads.discussion(author, post.discussionId());
        policy.require(Capability.EDIT, discussion.standing(author), post.isBy(author));
        if (post.state().equals(State.DELETED.code())) {
            throw new ProblemException(new Problem.Conflict("forum.edit.gone"));
        }
        var done =
                new Posted(
                        discussion.id(),
                        discussion.title(),
                        post.id(),
                        post.number(),
                        post.state().equals(State.QUEUED.code()));
        String language =
                draft.language == null ? Tongue.of(draft.body, post.language()) : draft.language;
        drafts.sent(draft.written);
        if (post.revision() == revision
                && draft.body.equals(post.body())
                && language.equals(post.language())) {
            return done;
        }
        if (post.number() == 1) {
            // The discussion's row first, in the order in which every step here locks.
            discussions.raise(discussion.id());
        }
        write(post, revision, Heading.SAME, draft, language);
        changes.append(author.personId(), content(post), What.EDITED);
        return done;
    }

    /// What stood over the opening post and changes as well.
    ///
    /// @param title of the discussion; absent: it stays
    /// @param tags the same; absent also where another than the author changes them
    record Heading(@Nullable String title, String @Nullable [] tags) {
        static final Heading SAME = new Heading(null, null);
    }

    void write(PostRow post, int revision, Heading old, Draft draft, String language) {
        int written =
                posts.edit(
                        post.id(),
                        revision,
                        old.title,
                        old.tags,
                        draft.body,
                        draft.html().value(),
                        draft.html().version(),
                        language,
                        moment.now());
        if (written == 0) {
            throw new ProblemException(new Problem.Conflict("forum.edit.meanwhile"));
        }
        pointing.keepAgain(post.id(), post.html(), draft.pointed);
        if (post.state().equals(State.HIDDEN.code())) {
            posts.seal(post.id());
        }
    }

    /// The opening post is found and followed as its discussion.
    static ContentRef content(PostRow post) {
        return post.number() == 1
                ? new ContentRef(ContentType.DISCUSSION, post.discussionId())
                : new ContentRef(ContentType.POST, post.id());
    }
}
