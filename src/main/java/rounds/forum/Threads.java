package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.util.Optional;

/// Finds what is to be read or changed, as far as the viewer may know of it. Runs inside her
/// transaction.
@Singleton
final class Threads {
    private final DiscussionRepository discussions;
    private final PostRepository posts;

    Threads(DiscussionRepository discussions, PostRepository posts) {
        this.discussions = discussions;
        this.posts = posts;
    }

    /// @throws ProblemException not found; or forbidden with the door of its community, where a
    ///   signed-in person may ask to be let in
    DiscussionRow discussion(Viewer viewer, long id) {
        return discussions.seen(id).orElseThrow(() -> unseen(viewer, id, null));
    }

    /// The same with what its page tells of its community.
    ///
    /// @throws ProblemException as [#discussion]
    DiscussionRow shown(Viewer viewer, long id) {
        return discussions.shown(id).orElseThrow(() -> unseen(viewer, id, null));
    }

    /// @throws ProblemException as [#discussion]
    PostRow post(Viewer viewer, long id) {
        return posts.seen(id).orElseThrow(() -> unseen(viewer, null, id));
    }

    private ProblemException unseen(Viewer viewer, @Nullable Long discussion, @Nullable Long post) {
        Optional<String> door =
                viewer instanceof Viewer.SignedIn
                        ? discussions.door(discussion, post)
                        : Optional.empty();
        return door.map(slug -> new Problem.Forbidden("policy.refused.read", "/c/" + slug))
                .map(ProblemException::new)
                .orElseGet(ProblemException::notFound);
    }
}
