package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Keyset;

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
        Instant now = moment.now();
        rows.seeAll(mine(viewer, slug).id(), until.isAfter(now) ? now : until);
    }

    Instant upToDate(long community) {
        Instant longest = moment.now().minus(LONGEST);
        return rows.upToDate(community).filter(since -> since.isAfter(longest)).orElse(longest);
    }

    void seeAll(Viewer.SignedIn viewer, @Nullable String slug, Filter filter) {
        Long community = slug == null ? null : (Long) mine(viewer, slug).id();
        if (filter.narrows()) {
            rows.seeNarrowed(
                    community,
                    filter.kind() == null ? null : filter.kind().code(),
                    filter.tag(),
                    filter.progress() == null ? null : filter.progress().code(),
                    UnreadLists.SCANNED,
                    moment.now(),
                    Keyset.LAST,
                    Long.MAX_VALUE);
        } else if (community == null) {
            rows.seeAllOver(moment.now());
        } else {
            rows.seeAll(community, moment.now());
        }
    }

    private CommunityRow mine(Viewer.SignedIn viewer, String slug) {
        CommunityRow community =
                discussions.community(slug).orElseThrow(ProblemException::notFound);
        policy.require(Capability.REACT, community.standing(viewer));
        return community;
    }

    void keepOrder(View order) {
        rows.keepOrder(order.code());
    }
}
