package rounds.web.community;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.community.Member;
import rounds.community.Role;
import rounds.community.Tenure;
import rounds.web.page.Filled;

import java.util.List;
import java.util.stream.Stream;

/// One member of a community: what she is and was there.
///
/// @param self whether she looks at herself
public record MemberPage(
        Community community, Member member, List<Tenure> tenures, boolean self, Filled filled) {

    /// The codes of the roles that a chair may give her.
    public List<String> open() {
        return Stream.of(Role.MODERATOR, Role.CORE_TEAM, Role.PEER_CHAMPION, Role.CHAIR)
                .map(Role::code)
                .filter(code -> !member.roles().contains(code))
                .toList();
    }

    /// The codes of the roles that the viewer may end: her own, or as chair those of others who are
    /// not chairs.
    public List<String> endable() {
        boolean chairs = community.may(Capability.GIVE_ROLES);
        boolean chair = member.roles().contains(Role.CHAIR.code());
        return self || (chairs && !chair) ? member.roles() : List.of();
    }
}
