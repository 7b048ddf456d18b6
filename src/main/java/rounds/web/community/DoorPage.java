package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Member;
import rounds.community.Request;
import rounds.web.page.Filled;

import java.util.List;

/// The door of a community, as somebody outside sees it.
///
/// @param asked what she asked already and nobody has answered; null: nothing
public record DoorPage(
        Community community, List<Member> leaders, @Nullable Request asked, Filled filled) {}
