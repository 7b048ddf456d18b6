package rounds.web.identity;

import rounds.web.page.Filled;

/// A form at the door, and where it leads.
///
/// @param next a path of this site
public record Entry(Filled filled, String next) {}
