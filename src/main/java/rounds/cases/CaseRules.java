package rounds.cases;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.Viewer;

/// What a viewer may do with a story, told from a row already read.
@Singleton
final class CaseRules {
    private final Policy policy;

    CaseRules(Policy policy) {
        this.policy = policy;
    }

    CaseRights of(CaseRow story, Viewer viewer) {
        Standing standing = story.standing(viewer);
        CaseState state = story.stands();
        boolean own = story.writtenBy(viewer);
        boolean edits = own && policy.mayOwn(Capability.EDIT, standing);
        // Wherever she is.
        boolean keeps = own && policy.mayOwn(Capability.OWN_STORY, standing);
        boolean told = state == CaseState.VISIBLE || state == CaseState.HIDDEN;
        boolean hides = policy.may(Capability.HIDE, standing);
        return new CaseRights(
                edits && (state == CaseState.DRAFT || told),
                keeps && !edits && told,
                keeps && state == CaseState.QUEUED,
                keeps && told,
                !own && state == CaseState.VISIBLE && policy.may(Capability.TELL, standing),
                !own
                        && state == CaseState.QUEUED
                        && (policy.may(Capability.RELEASE, standing) || story.askedOf(viewer)),
                state == CaseState.VISIBLE && hides,
                !own && state == CaseState.HIDDEN && hides,
                !own && state == CaseState.VISIBLE && policy.may(Capability.REPORT, standing),
                own || hides);
    }

    boolean may(Capability capability, Standing standing) {
        return policy.may(capability, standing);
    }

    /// @throws rounds.kernel.ProblemException as the policy refuses it
    void require(Capability capability, Standing standing, boolean own) {
        policy.require(capability, standing, own);
    }
}
