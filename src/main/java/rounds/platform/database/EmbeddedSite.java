package rounds.platform.database;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Settings.Login;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The one database inside the embedded PostgreSQL. Its owner may do what an owner of an external
/// database may, and no more: so that whatever works here works there.
final class EmbeddedSite {
    private static final String NAME = "rounds";

    private EmbeddedSite() {}

    static String url(int port) {
        return url(port, NAME);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:"
                + port
                + "/"
                + database
                + "?sslmode=disable&gssEncMode=disable";
    }

    static Roles roles(Home home) {
        Kept kept = home.kept();
        return new Roles(
                new Login(NAME, kept.orMake("postgres.owner")),
                Roles.Own.made(NAME + "_app", kept),
                Roles.Own.made(NAME + "_system", kept));
    }

    static void makeUnlessThere(int port, Login superuser, Login owner) {
        try {
            Connections.asOwner(url(port), owner).close();
        } catch (SQLException failed) {
            boolean notMadeYet =
                    SqlState.WRONG_PASSWORD.is(failed)
                            || SqlState.NO_SUCH_ROLE.is(failed)
                            || SqlState.NO_SUCH_DATABASE.is(failed);
            if (!notMadeYet) {
                throw Connections.refused(url(port), owner, failed);
            }
            make(url(port, "postgres"), superuser, owner);
        }
    }

    private static void make(String url, Login superuser, Login owner) {
        try (Connection connection = Connections.asOwner(url, superuser);
                Statement statement = connection.createStatement()) {
            if (!Roles.exists(connection, owner.user())) {
                statement.execute("create role " + owner.user() + " login createrole");
            }
            Roles.setPassword(connection, owner);
            try (var found =
                    statement.executeQuery(
                            "select from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + NAME + " owner " + owner.user());
            statement.execute("revoke all on database " + NAME + " from public");
        } catch (SQLException failed) {
            throw new CannotStart(
                    "The embedded database cannot be made: " + failed.getMessage(), failed);
        }
    }
}
