package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Member;

import java.util.List;

/// The members of a community.
///
/// @param words that were looked for; may be empty
/// @param role the code of the role that was chosen; may be empty
/// @param next the address of the next page, or null on the last
public record MembersPage(
        Community community,
        String words,
        String role,
        List<Member> members,
        @Nullable String next) {}
