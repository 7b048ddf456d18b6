package rounds.platform.database;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.time.Instant;

/// Behind which row a list goes on that is ordered by a time and an id.
///
/// @param id of the row; those of the same moment are told apart by it
public record Keyset(Instant at, long id) {
    /// After all that is written, and still a time the database keeps.
    public static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private static final Keyset TOP = new Keyset(LAST, Long.MAX_VALUE);
    private static final Keyset BOTTOM = new Keyset(Instant.EPOCH, Long.MIN_VALUE);

    /// Of a list with the newest first.
    ///
    /// @param after the cursor of the page before; absent: its beginning
    /// @throws ProblemException for text that we did not make
    public static Keyset newestFirst(@Nullable String after) {
        return parse(after, TOP);
    }

    /// Of a list with the oldest first.
    ///
    /// @throws ProblemException as [#newestFirst]
    public static Keyset oldestFirst(@Nullable String after) {
        return parse(after, BOTTOM);
    }

    /// Of a list with the newest first, in which those of one moment stand with the smallest id
    /// first.
    ///
    /// @throws ProblemException as [#newestFirst]
    public static Keyset newestMomentFirst(@Nullable String after) {
        return parse(after, new Keyset(LAST, Long.MIN_VALUE));
    }

    /// The first two parts of a cursor. No row is newer than [#LAST].
    public static Keyset of(Cursor cursor) {
        Instant at = cursor.instant(0);
        return new Keyset(at.isAfter(LAST) ? LAST : at, cursor.number(1));
    }

    private static Keyset parse(@Nullable String after, Keyset beginning) {
        Cursor cursor = Cursor.parse(after, 2);
        return cursor == null ? beginning : of(cursor);
    }
}
