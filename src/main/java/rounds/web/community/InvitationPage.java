package rounds.web.community;

import rounds.community.InvitedTo;

/// An invitation, as its holder sees it.
///
/// @param path of this invitation, to which she comes back after signing in
/// @param confirmed whether she has signed in and confirmed her address: only then can she join
public record InvitationPage(String path, InvitedTo to, boolean confirmed) {}
