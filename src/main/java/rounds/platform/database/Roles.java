package rounds.platform.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Settings.ExternalDatabase;
import rounds.platform.settings.Settings.Login;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who enters the database: the owner for migrations, `app` for pages, `system` for everything that
/// no person does. A role was made by us with a password kept in the home folder, or named by the
/// site's keeper and left as it is.
record Roles(Login owner, Own appRole, Own systemRole) {
    private static final List<String> COMMON_SETTINGS =
            List.of("search_path = rounds, pg_temp", "synchronous_commit = on");

    /// A person waits: rather fail soon. What is forgotten open would hold everybody's horizon.
    private static final List<String> APP_SETTINGS =
            List.of(
                    "statement_timeout = '5s'",
                    "lock_timeout = '2s'",
                    "idle_in_transaction_session_timeout = '10s'");

    /// An import may take its time for a statement, but may not forget a transaction either.
    private static final List<String> SYSTEM_SETTINGS =
            List.of("lock_timeout = '30s'", "idle_in_transaction_session_timeout = '60s'");

    /// @param made by us; else named in the settings
    record Own(Login login, boolean made) {
        static Own made(String name, Kept kept) {
            return new Own(new Login(name, kept.orMake("role." + name)), true);
        }

        static Own named(@Nullable Login login, String otherwise, Kept kept) {
            return login == null ? made(otherwise, kept) : new Own(login, false);
        }
    }

    static Roles of(ExternalDatabase external, Home home) {
        String database = Connections.databaseName(external.url(), external.owner());
        String stem = database.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        String safe = stem.matches("[a-z_].*") ? stem : "_" + stem;
        String shortened = safe.substring(0, Math.min(safe.length(), 50));
        return new Roles(
                external.owner(),
                Own.named(external.app(), shortened + "_app", home.kept()),
                Own.named(external.system(), shortened + "_system", home.kept()));
    }

    Login app() {
        return appRole.login();
    }

    Login system() {
        return systemRole.login();
    }

    /// Makes what is missing, and refuses roles that would pass the wall.
    void make(String url, Connection owner) throws SQLException {
        make(url, owner, appRole);
        make(url, owner, systemRole);
        requireHarmless(owner, app());
        try (Statement statement = owner.createStatement()) {
            if (!schemaExists(owner)) {
                statement.execute("create schema " + Database.SCHEMA);
            }
            statement.execute(
                    "grant usage on schema "
                            + Database.SCHEMA
                            + " to "
                            + app().user()
                            + ", "
                            + system().user());
        }
        remember(owner, appRole, APP_SETTINGS);
        remember(owner, systemRole, SYSTEM_SETTINGS);
    }

    private void make(String url, Connection owner, Own role) throws SQLException {
        if (!role.made()) {
            return;
        }
        String database = owner.getCatalog();
        try (Statement statement = owner.createStatement()) {
            if (!exists(owner, role.login().user())) {
                statement.execute(
                        "create role "
                                + role.login().user()
                                + " login nosuperuser nocreatedb nocreaterole noinherit nobypassrls noreplication");
                setPassword(owner, role.login());
                statement.execute(
                        "grant connect, temporary on database "
                                + statement.enquoteIdentifier(database, true)
                                + " to "
                                + role.login().user());
            } else if (!enters(url, role.login())) {
                setPassword(owner, role.login());
            }
        } catch (SQLException failed) {
            if (SqlState.NOT_ALLOWED.is(failed)) {
                throw new CannotStart(
                        "ROUNDS_DB_USER '"
                                + this.owner.user()
                                + "' may not make the role '"
                                + role.login().user()
                                + "': give it CREATEROLE, or make two roles yourself and name them by"
                                + " ROUNDS_DB_APP_USER and ROUNDS_DB_SYSTEM_USER.");
            }
            throw failed;
        }
    }

    static boolean exists(Connection connection, String role) throws SQLException {
        return holds(connection, "select exists (select from pg_roles where rolname = ?)", role);
    }

    /// Sent as a hash: the password itself never stands in a statement that the server might log.
    static void setPassword(Connection connection, Login login) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
    }

    private static boolean enters(String url, Login login) throws SQLException {
        try (Connection _ = Connections.as(url, login)) {
            return true;
        } catch (SQLException failed) {
            if (SqlState.WRONG_PASSWORD.is(failed) || SqlState.NO_SUCH_ROLE.is(failed)) {
                return false;
            }
            throw failed;
        }
    }

    private static void requireHarmless(Connection owner, Login app) throws SQLException {
        boolean harmful =
                holds(
                        owner,
                        """
                        select rolsuper or rolbypassrls or pg_has_role(rolname, current_user, 'member')
                        from pg_roles
                        where rolname = ?
                        """,
                        app.user());
        if (harmful) {
            throw new CannotStart(
                    "ROUNDS_DB_APP_USER '"
                            + app.user()
                            + "' could read everything (it is a superuser,"
                            + " bypasses row security, or is the owner): name an ordinary role.");
        }
    }

    private static boolean schemaExists(Connection owner) throws SQLException {
        return holds(
                owner,
                "select exists (select from pg_namespace where nspname = ?)",
                Database.SCHEMA);
    }

    private static boolean holds(Connection connection, String question, String about)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, about);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /// On the role where it is ours, so that they hold for whoever enters as it, and through any
    /// pooler.
    private static void remember(Connection owner, Own role, List<String> settings)
            throws SQLException {
        if (!role.made()) {
            return;
        }
        try (Statement statement = owner.createStatement()) {
            String change =
                    "alter role "
                            + role.login().user()
                            + " in database "
                            + statement.enquoteIdentifier(owner.getCatalog(), true)
                            + " set ";
            statement.execute(
                    Stream.concat(COMMON_SETTINGS.stream(), settings.stream())
                            .map(setting -> change + setting)
                            .collect(Collectors.joining("; ")));
        }
    }

    /// A role that was named to us is left as it is: its connections bring the settings with them.
    String appAddress(String url) {
        return address(Connections.pages(url), appRole, APP_SETTINGS);
    }

    String systemAddress(String url) {
        return address(Connections.system(url), systemRole, SYSTEM_SETTINGS);
    }

    private static String address(String url, Own role, List<String> settings) {
        String options =
                Stream.concat(Stream.of("synchronous_commit = on"), settings.stream())
                        .map(setting -> "-c " + setting.replaceAll("[ ']", ""))
                        .collect(Collectors.joining(" "));
        return role.made()
                ? url
                : url + "&options=" + URLEncoder.encode(options, StandardCharsets.UTF_8);
    }
}
