package rounds.platform.database;

import org.postgresql.ds.PGSimpleDataSource;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Settings.Login;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/// Addresses of the database, each with the parameters of its use. What the site's keeper wrote
/// into the address wins.
final class Connections {
    private Connections() {}

    /// For pages: nothing there takes long, so a silent server is given up. Planning a query
    /// through the reading wall takes ten times as long as running it, so each connection plans it
    /// once, at its first use, and for all values alike: left to choose, PostgreSQL plans a page of
    /// a discussion anew every time (1.0 ms of processor instead of 0.2).
    static String pages(String url) {
        return with(
                system(url),
                "socketTimeout=30",
                "prepareThreshold=1",
                "options=-c%20plan_cache_mode=force_generic_plan");
    }

    static String system(String url) {
        return with(
                url,
                "currentSchema=" + Database.SCHEMA + ",pg_temp",
                "ApplicationName=rounds",
                "connectTimeout=5",
                "tcpKeepAlive=true",
                "reWriteBatchedInserts=true");
    }

    private static String with(String url, String... parameters) {
        StringBuilder whole = new StringBuilder(url);
        for (String parameter : parameters) {
            if (!url.contains(parameter.substring(0, parameter.indexOf('=') + 1))) {
                whole.append(whole.indexOf("?") < 0 ? '?' : '&').append(parameter);
            }
        }
        return whole.toString();
    }

    static String withoutParameters(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    static DataSource sourceOf(String url, Login login) {
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(system(url));
            source.setUser(login.user());
            source.setPassword(login.password());
            return source;
        } catch (IllegalArgumentException unreadable) {
            throw new CannotStart(
                    "ROUNDS_DB_URL cannot be read: it must look like jdbc:postgresql://host/database.",
                    unreadable);
        }
    }

    static Connection as(String url, Login login) throws SQLException {
        return sourceOf(url, login).getConnection();
    }

    static Connection asOwner(String url, Login owner) throws SQLException {
        return as(url, owner);
    }

    /// The database's name: the role's own where the address has none, as PostgreSQL has it.
    static String databaseName(String url, Login owner) {
        String path = withoutParameters(url).replaceFirst("^jdbc:postgresql:(//[^/]*)?/?", "");
        return path.isEmpty() ? owner.user() : path;
    }

    static CannotStart refused(String url, Login login, SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        String where = "The database at ROUNDS_DB_URL (" + withoutParameters(url) + ") ";
        if (state.startsWith("28")) {
            return new CannotStart(
                    where
                            + "refuses ROUNDS_DB_USER '"
                            + login.user()
                            + "' with ROUNDS_DB_PASSWORD: "
                            + failed.getMessage(),
                    failed);
        }
        return new CannotStart(where + "cannot be used: " + failed.getMessage(), failed);
    }
}
