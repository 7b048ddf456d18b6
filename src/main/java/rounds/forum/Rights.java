package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.State;
import rounds.kernel.Viewer;

import java.util.Set;

/// What a viewer may do with a discussion and each of its posts, told from rows already read.
@Singleton
final class Rights {
    private final Policy policy;

    Rights(Policy policy) {
        this.policy = policy;
    }

    Set<String> inCommunity(Standing standing, boolean membersMayInvite) {
        return policy.allowed(standing, membersMayInvite);
    }

    DiscussionRights of(DiscussionRow discussion, Viewer viewer, Standing standing) {
        boolean own = discussion.openedBy(viewer);
        boolean open = discussion.closedAt() == null;
        boolean kept = !discussion.conversation();
        return new DiscussionRights(
                takesReplies(discussion, standing),
                may(Capability.EDIT, standing, own),
                kept && may(Capability.TAG, standing, own),
                kept && may(Capability.CORRECT, standing, own),
                may(Capability.DELETE, standing, own),
                kept && open && may(Capability.CLOSE, standing, own),
                !open && may(Capability.REOPEN, standing, own),
                may(Capability.PIN, standing, own),
                policy.may(Capability.HIDE, standing),
                arrange(discussion, standing));
    }

    private DiscussionRights.Arrange arrange(DiscussionRow discussion, Standing standing) {
        return discussion.isVisible()
                ? new DiscussionRights.Arrange(
                        policy.may(Capability.FEATURE, standing),
                        policy.may(Capability.MOVE, standing),
                        policy.may(Capability.MERGE, standing))
                : DiscussionRights.Arrange.NONE;
    }

    PostRights of(PostRow post, DiscussionRow discussion, Viewer viewer, Standing standing) {
        boolean own = post.isBy(viewer);
        boolean there = !post.state().equals(State.DELETED.code());
        boolean visible = post.isVisible();
        boolean hides = policy.may(Capability.HIDE, standing);
        return new PostRights(
                visible && takesReplies(discussion, standing),
                there && may(Capability.EDIT, standing, own),
                there && may(Capability.DELETE, standing, own),
                visible
                        && !own
                        && !discussion.conversation()
                        && policy.may(Capability.REPORT, standing),
                visible && hides,
                hides && !own && isRestorable(post, discussion),
                hides && !own && post.state().equals(State.QUEUED.code()),
                post.editedAt() != null && policy.may(Capability.SEE_REVISIONS, standing));
    }

    /// What people say about a post, and what the viewer may say.
    PostMarks marks(PostRow post, DiscussionRow discussion, Viewer viewer, Standing standing) {
        boolean reacts =
                post.isVisible()
                        && discussion.isVisible()
                        && policy.may(Capability.REACT, standing);
        boolean helps = may(Capability.MARK_HELPED, standing, discussion.openedBy(viewer));
        return post.marks(
                !discussion.conversation(),
                reacts && !post.isBy(viewer),
                post.number() > 1
                        && helps
                        && (post.helped() || (post.isVisible() && !discussion.conversation())));
    }

    DiscussionMarks marks(DiscussionRow discussion, Viewer viewer, Standing standing) {
        return DiscussionMarks.of(
                discussion.kind(),
                discussion.progress(),
                discussion.helped(),
                may(Capability.MARK_HELPED, standing, discussion.openedBy(viewer)));
    }

    /// What a moderator decides at her desk, where the discussion is not before her.
    PostRights atDesk(PostRow post, Viewer viewer, Standing standing) {
        boolean decides = !post.isBy(viewer) && policy.may(Capability.HIDE, standing);
        return new PostRights(
                false,
                false,
                false,
                false,
                decides && (post.isVisible() || post.state().equals(State.HIDDEN.code())),
                decides && post.isRestorable(),
                decides && post.state().equals(State.QUEUED.code()),
                false);
    }

    /// What its author deleted does not come back by a moderator; but its discussion does, which a
    /// moderator deleted afterwards, with what others said in it.
    static boolean isRestorable(PostRow post, DiscussionRow discussion) {
        return post.isRestorable()
                || (post.number() == 1
                        && Gone.AUTHOR.code().equals(post.goneReason())
                        && !discussion.isVisible()
                        && discussion.posts() > 0);
    }

    private boolean takesReplies(DiscussionRow discussion, Standing standing) {
        return discussion.closedAt() == null
                && discussion.isVisible()
                && policy.may(Capability.POST, standing);
    }

    private boolean may(Capability capability, Standing standing, boolean own) {
        return own ? policy.mayOwn(capability, standing) : policy.may(capability, standing);
    }
}
