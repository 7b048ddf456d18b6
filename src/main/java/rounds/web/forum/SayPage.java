package rounds.web.forum;

import rounds.community.Community;
import rounds.community.Mine;
import rounds.forum.PostInDiscussion;
import rounds.forum.Tried;
import rounds.web.page.Filled;

import java.util.Arrays;
import java.util.List;

/// The page on which somebody tells how it went, or for whom she says "same here".
///
/// @param said `tried` or `same`
/// @param others her other communities
public record SayPage(
        String said, Community community, PostInDiscussion of, Filled filled, List<Mine> others) {

    public List<String> outcomes() {
        return Arrays.stream(Tried.values()).map(Tried::code).toList();
    }

    /// Whether she said so before.
    public boolean already() {
        return said.equals("tried")
                ? of.post().marks().outcome() != null
                : of.post().marks().saidSame();
    }
}
