package rounds.platform.database;

import java.sql.SQLException;

/// The answers of PostgreSQL that are expected somewhere.
public enum SqlState {
    NO_SUCH_ROLE("28000"),
    WRONG_PASSWORD("28P01"),
    NO_SUCH_DATABASE("3D000"),
    FOREIGN_KEY("23503"),
    NOT_ALLOWED("42501");

    private final String code;

    SqlState(String code) {
        this.code = code;
    }

    public boolean is(SQLException failed) {
        return code.equals(failed.getSQLState());
    }
}
