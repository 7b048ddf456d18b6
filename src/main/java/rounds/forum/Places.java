package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/// Keeps what people have read.
@Singleton
final class Places {
    /// As many posts as anybody sees between two moments in which a page tells.
    static final int MOST = 200;

    /// Nobody catches up on more than that.
    static final Duration LONGEST = Duration.ofDays(90);

    private final Threads threads;
    private final DiscussionRepository discussions;
    private final ReadingRepository rows;
    private final Policy policy;
    private final Moment moment;

    Places(
            Threads threads,
            DiscussionRepository discussions,
            ReadingRepository rows,
            Policy policy,
            Moment moment) {
        this.threads = threads;
        this.discussions = discussions;
        this.rows = rows;
        this.policy = policy;
        this.moment = moment;
    }

    void see(long discussion, Collection<Integer> numbers) {
        Long[] seen =
                numbers.stream()
                        .filter(number -> number > 0)
                        .distinct()
                        .limit(MOST)
                        .map(Integer::longValue)
                        .toArray(Long[]::new);
        see(discussion, seen);
    }

    private void see(long discussion, Long[] numbers) {
        if (rows.see(discussion, numbers, moment.now()).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    void unreadFrom(Viewer.SignedIn viewer, long id, int number) {
        DiscussionRow discussion = threads.discussion(viewer, id);
        if (number < 1 || number > discussion.lastNumber()) {
            throw ProblemException.notFound();
        }
        // Who has not been there has nothing to take back; from now on it is kept.
        if (discussion.readAt() == null) {
            see(id, new Long[0]);
        }
        rows.unreadFrom(id, number);
    }

    void seeAll(Viewer.SignedIn viewer, String slug, Instant until) {
        CommunityRow community =
                discussions.community(slug).orElseThrow(ProblemException::notFound);
        policy.require(Capability.REACT, community.standing(viewer));
        Instant now = moment.now();
        rows.seeAll(community.id(), until.isAfter(now) ? now : until);
    }

    Instant upToDate(long community) {
        Instant longest = moment.now().minus(LONGEST);
        return rows.upToDate(community).filter(since -> since.isAfter(longest)).orElse(longest);
    }

    void keepOrder(View order) {
        rows.keepOrder(order.code());
    }
}
