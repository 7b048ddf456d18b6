package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;

/// Begins drafts: where somebody may write, and nowhere else.
@Singleton
final class Beginnings {
    private final DraftRepository drafts;
    private final DiscussionRepository discussions;
    private final Threads threads;
    private final ArrangementRepository moved;
    private final Policy policy;
    private final Moment moment;

    Beginnings(
            DraftRepository drafts,
            DiscussionRepository discussions,
            Threads threads,
            ArrangementRepository moved,
            Policy policy,
            Moment moment) {
        this.drafts = drafts;
        this.discussions = discussions;
        this.threads = threads;
        this.moved = moved;
        this.policy = policy;
        this.moment = moment;
    }

    private record Ground(
            @Nullable Long community, @Nullable Long discussion, @Nullable Long post) {}

    /// False when there is a draft in this place already, or she has as many as she may.
    boolean begin(Viewer.SignedIn author, DraftPlace place, DraftWords words) {
        Ground ground = ground(author, place);
        return drafts.begin(
                        Ids.next(),
                        ground.community,
                        place.text(),
                        ground.discussion,
                        ground.post,
                        words.kind(),
                        words.title(),
                        words.tags(),
                        words.body(),
                        words.language(),
                        words.madeFrom(),
                        words.seen(),
                        words.poll().stored(),
                        words.to(),
                        words.note(),
                        Drafts.MOST,
                        moment.now())
                == 1;
    }

    private Ground ground(Viewer.SignedIn author, DraftPlace place) {
        return switch (place) {
            case DraftPlace.New(long community, String _) -> {
                CommunityRow row =
                        discussions
                                .communityById(community)
                                .orElseThrow(ProblemException::notFound);
                policy.require(Capability.POST, row.standing(author));
                yield new Ground(community, null, null);
            }
            case DraftPlace.OfTopic(long community, _, _) -> {
                CommunityRow row =
                        discussions
                                .communityById(community)
                                .orElseThrow(ProblemException::notFound);
                policy.require(Capability.PROPOSE, row.standing(author));
                yield new Ground(community, null, null);
            }
            // To whom she may write is asked when it is sent.
            case DraftPlace.Note _ -> new Ground(null, null, null);
            case DraftPlace.Answer(long discussion, Long post) -> {
                DiscussionRow row = threads.discussion(author, discussion);
                policy.require(Capability.POST, row.standing(author));
                requireThere(author, row, post);
                yield new Ground(row.communityId(), discussion, post);
            }
            case DraftPlace.OfPost(long post) -> {
                PostRow row = threads.post(author, post);
                DiscussionRow discussion = threads.discussion(author, row.discussionId());
                policy.require(Capability.EDIT, discussion.standing(author), row.isBy(author));
                yield new Ground(discussion.communityId(), discussion.id(), post);
            }
            case DraftPlace.OfDiscussion(long discussion) -> {
                DiscussionRow row = threads.discussion(author, discussion);
                policy.require(Capability.EDIT, row.standing(author), row.openedBy(author));
                yield new Ground(row.communityId(), discussion, null);
            }
        };
    }

    // Whoever keeps order still sees what is left of a discussion that was merged; nothing is
    // answered there.
    private void requireThere(Viewer author, DiscussionRow row, @Nullable Long post) {
        long discussion = row.id();
        if (!row.isVisible() && moved.answered(discussion, null).isPresent()) {
            throw ProblemException.notFound();
        }
        if (post != null && threads.post(author, post).discussionId() != discussion) {
            throw ProblemException.notFound();
        }
    }
}
