package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Invitation;
import rounds.web.page.Filled;

import java.util.List;

/// The invitations of a community that hold, and the forms for new ones.
///
/// @param days how long a link may hold
public record InvitationsPage(
        Community community, List<Row> invitations, List<Integer> days, Filled filled) {

    /// @param address the link itself; null for what others made, and for what was sent by mail
    public record Row(Invitation invitation, @Nullable String address) {}
}
