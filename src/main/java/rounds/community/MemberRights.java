package rounds.community;

import java.util.List;

/// What the viewer may do with a member of a community.
///
/// @param give the codes of the roles that she may give her
/// @param end the codes of the roles of hers that she may end
/// @param remove whether she may remove her
public record MemberRights(List<String> give, List<String> end, boolean remove) {}
