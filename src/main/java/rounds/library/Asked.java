package rounds.library;

import java.time.Instant;

/// That whoever shared a resource asks moderators to look at it once more.
///
/// @param words what she says has changed; may be empty
public record Asked(String words, Instant at) {}
