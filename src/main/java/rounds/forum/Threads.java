package rounds.forum;

import jakarta.inject.Singleton;

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
        return discussions.seen(id).orElseThrow(() -> unseen(viewer, id));
    }

    /// @throws ProblemException not found
    PostRow post(long id) {
        return posts.seen(id).orElseThrow(ProblemException::notFound);
    }

    private ProblemException unseen(Viewer viewer, long id) {
        Optional<String> door =
                viewer instanceof Viewer.SignedIn ? discussions.door(id) : Optional.empty();
        return door.map(slug ->
                        new ProblemException(
                                new Problem.Forbidden("policy.refused.read", "/c/" + slug)))
                .orElseGet(ProblemException::notFound);
    }
}
