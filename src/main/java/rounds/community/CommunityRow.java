package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A community and what its reader holds in it.
@MappedEntity("community")
record CommunityRow(
        @Id long id,
        String slug,
        String name,
        String purpose,
        String audience,
        String visibility,
        String[] languages,
        int members,
        int waiting,
        boolean reviewFirstPosts,
        boolean membersMayInvite,
        Instant createdAt,
        String @Nullable [] roles) {

    Community seenBy(Viewer viewer, Policy policy) {
        var visible = Visibility.of(visibility);
        var standing = Standing.of(viewer, visible, roles == null ? null : Arrays.asList(roles));
        return new Community(
                id,
                slug,
                name,
                purpose,
                audience,
                visible,
                List.of(languages),
                members,
                waiting,
                reviewFirstPosts,
                membersMayInvite,
                createdAt,
                standing,
                allowed(standing, policy));
    }

    private Set<String> allowed(Standing standing, Policy policy) {
        Set<String> allowed = policy.allowed(standing);
        String invite = Capability.INVITE.code();
        if (!membersMayInvite || !standing.isMember() || allowed.contains(invite)) {
            return allowed;
        }
        var more = new HashSet<>(allowed);
        more.add(invite);
        return Set.copyOf(more);
    }
}
