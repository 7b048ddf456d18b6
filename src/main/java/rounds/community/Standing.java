package rounds.community;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// What the viewer is in one community.
public record Standing(Visibility visibility, Set<Role> roles) {

    public Standing {
        roles = Set.copyOf(roles);
    }

    /// @param held the roles of `access`, absent for somebody who is not in the community
    public static Standing of(
            Viewer viewer, Visibility visibility, @Nullable Collection<String> held) {
        if (held == null || held.isEmpty()) {
            return new Standing(
                    visibility,
                    Set.of(viewer instanceof Viewer.SignedIn ? Role.PERSON : Role.VISITOR));
        }
        var roles = EnumSet.noneOf(Role.class);
        held.forEach(role -> roles.add(Role.of(role)));
        return new Standing(visibility, roles);
    }

    public boolean isMember() {
        return roles.contains(Role.MEMBER);
    }
}
