package rounds.community;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.List;

/// Communities of practice: found them, look at them, change them.
@Singleton
public class Communities {
    /// More than anybody is in; a menu that shows them all still fits a page.
    private static final int MOST_OF_MINE = 200;

    private final CommunityRepository communities;
    private final Policy policy;
    private final Transactions transactions;

    Communities(CommunityRepository communities, Policy policy, Transactions transactions) {
        this.communities = communities;
        this.policy = policy;
        this.transactions = transactions;
    }

    /// The community of that address.
    ///
    /// @throws ProblemException not found, if it is not there or the viewer may not know of it
    public Community bySlug(Viewer viewer, String slug) {
        return transactions.read(
                viewer,
                () ->
                        communities
                                .bySlug(slug)
                                .orElseThrow(ProblemException::notFound)
                                .seenBy(viewer, policy));
    }

    /// The same, for a viewer who wants to do this there.
    ///
    /// @throws ProblemException not found or forbidden, as the policy says
    public Community bySlug(Viewer viewer, String slug, Capability wanted) {
        return allowed(bySlug(viewer, slug), wanted);
    }

    public Community byId(Viewer viewer, long id) {
        return transactions.read(
                viewer,
                () ->
                        communities
                                .byId(id)
                                .orElseThrow(ProblemException::notFound)
                                .seenBy(viewer, policy));
    }

    /// What the viewer is in that community.
    public Standing standing(Viewer viewer, long communityId) {
        return byId(viewer, communityId).standing();
    }

    /// The communities the viewer is in, by name.
    public List<Mine> mine(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> communities.mine(MOST_OF_MINE));
    }

    private Community allowed(Community community, Capability wanted) {
        if (!community.may(wanted)) {
            policy.require(wanted, community.standing());
        }
        return community;
    }
}
