package rounds.web.page;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/// The database is being stopped, started or cannot be reached: nobody's mistake, and over in a
/// while.
final class Unreachable {
    private static final String CONNECTION_LOST = "08";
    private static final String STOPS_OR_STARTS = "57P";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String CLOSED = "Connection is closed";
    private static final int DEPTH = 20;

    private Unreachable() {}

    static boolean isCauseOf(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SQLException sql && says(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean says(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        // What the pool gives in place of a connection that broke while it was in use.
        boolean broken = sql.getSQLState() == null && CLOSED.equals(sql.getMessage());
        // The pool's own complaint, that it got no connection in time, has often no state.
        return sql instanceof SQLTransientConnectionException
                || broken
                || state.startsWith(CONNECTION_LOST)
                || state.startsWith(STOPS_OR_STARTS)
                || state.equals(TOO_MANY_CONNECTIONS);
    }
}
