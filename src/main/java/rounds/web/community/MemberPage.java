package rounds.web.community;

import rounds.community.Community;
import rounds.community.Member;
import rounds.community.MemberRights;
import rounds.community.Tenure;
import rounds.web.page.Filled;

import java.util.List;

/// One member of a community: what she is and was there.
///
/// @param self whether the viewer looks at herself
public record MemberPage(
        Community community,
        Member member,
        List<Tenure> tenures,
        MemberRights may,
        boolean self,
        Filled filled) {}
