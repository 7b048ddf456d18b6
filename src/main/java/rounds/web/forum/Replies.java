package rounds.web.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.forum.Discussion;
import rounds.forum.Discussions;
import rounds.forum.Post;
import rounds.forum.PostInDiscussion;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;

/// Puts together what somebody needs before her to answer.
@Singleton
class Replies {
    private final Discussions discussions;
    private final Communities communities;

    Replies(Discussions discussions, Communities communities) {
        this.discussions = discussions;
        this.communities = communities;
    }

    ReplyPage page(
            Viewer.SignedIn viewer,
            long id,
            @Nullable Long answers,
            Filled filled,
            @Nullable String preview) {
        Discussion discussion = discussions.discussion(viewer, id);
        return new ReplyPage(
                communities.bySlug(viewer, discussion.communitySlug()),
                discussion,
                answers == null ? null : answered(viewer, id, answers),
                filled,
                preview);
    }

    private Post answered(Viewer viewer, long discussion, long post) {
        PostInDiscussion found = discussions.post(viewer, post);
        if (found.discussion().id() != discussion) {
            throw ProblemException.notFound();
        }
        return found.post();
    }
}
