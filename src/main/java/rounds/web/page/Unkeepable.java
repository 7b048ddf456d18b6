package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/// The character zero in an address or in JSON: no text of the database can hold it, so nothing of
/// ours is named so.
final class Unkeepable {
    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    static boolean isCauseOf(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof SQLException refused
                    && CHARACTER_NOT_IN_REPERTOIRE.equals(refused.getSQLState())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private Unkeepable() {}
}
