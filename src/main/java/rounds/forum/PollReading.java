package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.State;
import rounds.kernel.Viewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the polls that posts carry: in one statement, and in none where they carry none.
@Singleton
final class PollReading {
    private final PollRepository rows;
    private final Policy policy;

    PollReading(PollRepository rows, Policy policy) {
        this.rows = rows;
        this.policy = policy;
    }

    /// By the id of the post.
    Map<Long, Poll> of(List<PostRow> posts, DiscussionRow discussion, Viewer viewer) {
        List<PostRow> polled = posts.stream().filter(PostRow::polled).toList();
        if (polled.isEmpty()) {
            return Map.of();
        }
        Standing standing = discussion.standing(viewer);
        var may = new HashMap<Long, Poll.May>();
        polled.forEach(post -> may.put(post.id(), may(post, discussion, viewer, standing)));
        var polls = new HashMap<Long, Poll>();
        for (PollRow row : rows.of(polled.stream().map(PostRow::id).toArray(Long[]::new))) {
            polls.put(row.postId(), row.poll(may.getOrDefault(row.postId(), Poll.May.NOTHING)));
        }
        return polls;
    }

    @Nullable Poll of(PostRow post, DiscussionRow discussion, Viewer viewer) {
        return of(List.of(post), discussion, viewer).get(post.id());
    }

    private Poll.May may(PostRow post, DiscussionRow discussion, Viewer viewer, Standing standing) {
        boolean own = post.isBy(viewer);
        boolean shown = post.isVisible() && discussion.isVisible();
        return new Poll.May(
                shown && policy.may(Capability.VOTE, standing),
                shown && viewer instanceof Viewer.SignedIn && !standing.isMember(),
                own
                        ? policy.mayOwn(Capability.CLOSE, standing)
                        : policy.may(Capability.CLOSE, standing),
                own && !post.state().equals(State.DELETED.code()));
    }
}
