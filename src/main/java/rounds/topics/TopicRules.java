package rounds.topics;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.Viewer;

/// What a viewer may do with a topic, told from a row already read.
@Singleton
final class TopicRules {
    private final Policy policy;

    TopicRules(Policy policy) {
        this.policy = policy;
    }

    TopicRights of(TopicRow topic, Viewer viewer) {
        Standing standing = topic.standing(viewer);
        TopicState state = topic.stands();
        boolean member = standing.isMember();
        boolean proposed = member && state == TopicState.PROPOSED;
        return new TopicRights(
                member,
                proposed,
                topic.curates() && state != TopicState.WITHDRAWN
                        || proposed && topic.proposedBy(viewer),
                proposed && topic.proposedBy(viewer),
                policy.may(Capability.CURATE, standing)
                        && (state == TopicState.PROPOSED || state == TopicState.DECLINED),
                policy.may(Capability.CURATE, standing) && state.isOpened(),
                topic.curates(),
                member && state.isUnderWay());
    }

    /// @throws rounds.kernel.ProblemException as the policy refuses it
    void require(Capability capability, Standing standing) {
        policy.require(capability, standing);
    }
}
