package rounds.forum;

/// A month of a community's archive.
///
/// @param name year and month, as in an address: `2026-11`
/// @param discussions how many were opened that the viewer may read, counted up to
///   [Archive#COUNTED]
/// @param more whether there are more than that
public record Month(String name, int discussions, boolean more) {}
