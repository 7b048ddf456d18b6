package rounds.topics;

import rounds.kernel.Author;

import java.time.Instant;

/// What somebody said of a statement that was put to the members.
///
/// @param reason one line; empty only where none is owed
public record Said(Author by, Stance stance, String reason, Instant at) {
    public static final int LONGEST_REASON = 1_000;
}
