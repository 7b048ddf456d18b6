package rounds.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.platform.settings.CannotStart;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What a PostgreSQL must be for us to trust it with people's words.
final class ServerChecks {
    private static final Logger LOG = LoggerFactory.getLogger(ServerChecks.class);
    private static final int OLDEST = 15;

    private ServerChecks() {}

    static void requireVersion(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST) {
            throw new CannotStart(
                    "The database at ROUNDS_DB_URL is PostgreSQL "
                            + major
                            + ": Rounds needs "
                            + OLDEST
                            + " or newer.");
        }
    }

    /// An acknowledged post is never lost: not with these off. Somebody else's server is theirs to
    /// decide on, but not silently.
    static void requireDurability(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet off =
                        statement.executeQuery(
                                """
                                select string_agg(name || ' = ' || current_setting(name), ', ')
                                from unnest(array['fsync', 'synchronous_commit', 'full_page_writes']) as name
                                where current_setting(name) in ('off', 'local')
                                """)) {
            if (off.next() && off.getString(1) != null) {
                LOG.warn("PostgreSQL may lose what it has acknowledged: {}", off.getString(1));
            }
        }
    }
}
