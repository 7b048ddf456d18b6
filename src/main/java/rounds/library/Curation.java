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
        boolean hers = own && (state == State.HIDDEN || resource.declined());
        return new ResourceRights(
                (there || hers) && edits(own, standing),
                state == State.VISIBLE && policy.may(Capability.SHARE, standing),
                there && curates,
                there && (curates || (edits(own, standing) && !resource.reviewResources())),
                deletes(own, resource, standing),
                state == State.VISIBLE && hides,
                state == State.HIDDEN && hides && !own,
                state == State.QUEUED && hides && !own && !resource.opens(),
                resource.declined() && hides && !own,
                state == State.VISIBLE && !own && policy.may(Capability.REPORT, standing),
                hers && resource.asking() == null && policy.mayOwn(Capability.EDIT, standing));
    }

    /// What is hidden moderators look at before its owner takes it away.
    private boolean deletes(boolean own, ResourceRow resource, Standing standing) {
        boolean may =
                own
                        ? policy.mayOwn(Capability.DELETE, standing)
                        : policy.may(Capability.DELETE, standing);
        return switch (resource.is()) {
            case VISIBLE, QUEUED -> may;
            case HIDDEN -> !own && may;
            case DELETED -> resource.declined() && may;
        };
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
