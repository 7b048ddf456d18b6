package rounds.forum;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where a person is in her reading, the same on all her devices; what is new to her; and the ways
/// from one discussion to others. Nobody else learns any of it.
@Singleton
public class Reading {
    private final Places places;
    private final UnreadLists unread;
    private final Surroundings surroundings;
    private final Transactions transactions;

    // For the frame of every page: news of other people may be a minute late there, her own reading
    // shows at once on this node.
    private final Cache<Long, Unread> lately =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .maximumSize(10_000)
                    .build();

    Reading(
            Places places,
            UnreadLists unread,
            Surroundings surroundings,
            Transactions transactions) {
        this.places = places;
        this.unread = unread;
        this.surroundings = surroundings;
        this.transactions = transactions;
    }

    /// She has seen the posts of these numbers.
    ///
    /// @param numbers at most [Places#MOST] count
    /// @throws ProblemException not found
    public void see(Viewer.SignedIn viewer, long discussionId, Collection<Integer> numbers) {
        write(viewer, () -> places.see(discussionId, numbers));
    }

    /// All posts from this number on are unread again.
    public void unreadFrom(Viewer.SignedIn viewer, long discussionId, int number) {
        write(viewer, () -> places.unreadFrom(viewer, discussionId, number));
    }

    /// All that was in the community of that slug until then counts as read: the viewer is up to
    /// date.
    ///
    /// @param until what lies ahead counts as now
    /// @throws ProblemException not found or forbidden, as the policy says of [Capability#REACT]
    public void seeAll(Viewer.SignedIn viewer, String community, Instant until) {
        write(viewer, () -> places.seeAll(viewer, community, until));
    }

    /// Since when the viewer has to catch up there: when she said that she was up to date, else
    /// when she came; at most [Places#LONGEST] back.
    public Instant upToDate(Viewer.SignedIn viewer, long communityId) {
        return transactions.read(viewer, () -> places.upToDate(communityId));
    }

    /// What a list shows counts as read, up to now; of a narrowed one so much as [#unread] looks
    /// at.
    ///
    /// @param community the slug of the one that is shown; absent: all of hers
    public void seeAll(Viewer.SignedIn viewer, @Nullable String community, Filter filter) {
        write(viewer, () -> places.seeAll(viewer, community, filter));
    }

    /// In which order she reads discussions from now on.
    public void keepOrder(Viewer.SignedIn viewer, View order) {
        write(viewer, () -> places.keepOrder(order));
    }

    /// Discussions in her communities that hold something new to her, the latest first. Of each
    /// community the latest [UnreadLists#SCANNED] are looked at.
    ///
    /// @param community the slug of the one that is asked for; absent: all of hers
    public Slice<DiscussionSummary> unread(
            Viewer.SignedIn viewer,
            @Nullable String community,
            @Nullable Kind kind,
            @Nullable String after,
            int limit) {
        return transactions.read(viewer, () -> unread.list(community, kind, after, limit));
    }

    /// How many there are, by community and kind.
    public Unread counts(Viewer.SignedIn viewer) {
        return transactions.read(viewer, unread::counts);
    }

    /// The same, up to a minute old: for what stands on every page.
    public Unread countsLately(Viewer.SignedIn viewer) {
        Unread known = lately.getIfPresent(viewer.personId());
        if (known != null) {
            return known;
        }
        Unread counted = counts(viewer);
        lately.put(viewer.personId(), counted);
        return counted;
    }

    /// All posts of a discussion without their words.
    public ThreadMap map(Viewer viewer, long discussionId, @Nullable String after, int limit) {
        return transactions.read(
                viewer, () -> surroundings.map(viewer, discussionId, after, limit));
    }

    /// The path of the discussion of its community that was last active before this one.
    public Optional<String> older(Viewer viewer, long discussionId) {
        return transactions.read(viewer, () -> surroundings.older(viewer, discussionId));
    }

    public Optional<String> newer(Viewer viewer, long discussionId) {
        return transactions.read(viewer, () -> surroundings.newer(viewer, discussionId));
    }

    /// Others of its community that share its tags, those that share most first.
    public List<DiscussionSummary> related(Viewer viewer, long discussionId) {
        return transactions.read(viewer, () -> surroundings.related(viewer, discussionId));
    }

    /// The path of the place where a post stood that is gone, for those who see its place.
    public Optional<String> placeOfGone(Viewer viewer, long postId) {
        return transactions.read(viewer, () -> surroundings.placeOfGone(viewer, postId));
    }

    private void write(Viewer.SignedIn viewer, Runnable work) {
        transactions.run(viewer, work);
        lately.invalidate(viewer.personId());
    }
}
