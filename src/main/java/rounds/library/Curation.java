package rounds.library;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.State;
import rounds.kernel.Viewer;

/// What a viewer may do with a resource, told from a row already read.
@Singleton
final class Curation {
    private final Policy policy;

    Curation(Policy policy) {
        this.policy = policy;
    }

    ResourceRights of(ResourceRow resource, Viewer viewer, Standing standing) {
        boolean own = resource.sharedBy(viewer);
        State state = State.of(resource.state());
        boolean there = state == State.VISIBLE || state == State.QUEUED;
        boolean curates = policy.may(Capability.CURATE, standing);
        boolean hides = policy.may(Capability.HIDE, standing);
        return new ResourceRights(
                there && edits(own, standing),
                state == State.VISIBLE && policy.may(Capability.SHARE, standing),
                there && curates,
                there && (curates || (edits(own, standing) && !resource.reviewResources())),
                there
                        && (own
                                ? policy.mayOwn(Capability.DELETE, standing)
                                : policy.may(Capability.DELETE, standing)),
                state == State.VISIBLE && hides,
                state == State.HIDDEN && hides && !own,
                state == State.QUEUED && hides && !own,
                state == State.VISIBLE && !own && policy.may(Capability.REPORT, standing));
    }

    private boolean edits(boolean own, Standing standing) {
        return policy.may(Capability.CURATE, standing)
                || (own && policy.mayOwn(Capability.EDIT, standing));
    }

    boolean may(Capability capability, Standing standing) {
        return policy.may(capability, standing);
    }

    /// @throws rounds.kernel.ProblemException as the policy refuses it
    void require(Capability capability, Standing standing, boolean own) {
        policy.require(capability, standing, own);
    }
}
