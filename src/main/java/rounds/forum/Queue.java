package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.Role;
import rounds.community.Standing;
import rounds.kernel.Viewer;

import java.util.Set;

/// Where a community wants it, a newcomer's first posts wait for a moderator.
@Singleton
final class Queue {
    /// Enough to see what somebody is about, few enough not to weary those who look.
    private static final int FIRST_POSTS = 2;

    private final PostRepository posts;

    Queue(PostRepository posts) {
        this.posts = posts;
    }

    boolean holds(Viewer.SignedIn author, long communityId, boolean reviews, Standing standing) {
        return reviews
                && standing.roles().equals(Set.of(Role.MEMBER))
                && posts.readable(author.personId(), communityId, FIRST_POSTS) < FIRST_POSTS;
    }
}
