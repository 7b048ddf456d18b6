package rounds.web.community;

import rounds.community.Community;
import rounds.community.Member;

import java.util.List;

/// What a community says of itself and how it lives.
///
/// @param leaders its chairs and core team
public record CharterPage(Community community, List<Member> leaders) {}
