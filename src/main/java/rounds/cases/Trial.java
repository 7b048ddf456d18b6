package rounds.cases;

import rounds.kernel.Author;

import java.time.Instant;

/// That somebody tried the same, and how it went.
///
/// @param note may be empty
public record Trial(Author by, Result result, Setting setting, String note, Instant at) {
    public static final int LONGEST_NOTE = 500;
}
