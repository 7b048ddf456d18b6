package rounds.forum;

import java.time.Instant;

/// What somebody has begun to write and not sent; for her eyes only.
///
/// @param revision raised by every save; a save says which revision it goes on from
public record Draft(long id, DraftPlace place, DraftWords words, int revision, Instant savedAt) {}
