package rounds.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.value.MapPropertyResolver;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Settings;
import rounds.platform.settings.Settings.Login;
import rounds.support.TestDatabase;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Somebody else's PostgreSQL: another instance, of which we know what its keeper tells us.
class ExternalDatabaseTest {
    private static final Login KEEPER = new Login("keeper", "a keeper's password");

    @TempDir private static Path folder;

    private static EmbeddedPostgres theirs;

    @BeforeAll
    static void start() throws SQLException {
        theirs =
                EmbeddedPostgres.start(
                        Home.open(TestDatabase.running().home(folder.resolve("theirs"))), 5);
        superuser(
                "create role keeper login createrole password '"
                        + KEEPER.password().replace("'", "''")
                        + "'");
        superuser("create role somebody login password 'x'");
        superuser("create role highness login superuser password 'x'");
    }

    @AfterAll
    static void stop() {
        theirs.close();
    }

    @Test
    void theOwnerMakesTwoRolesThatOwnNothingAndPassNoWall() throws SQLException {
        String url = database("fresh");

        try (Database database = open(url, KEEPER, Map.of());
                Connection owner = database.asOwner()) {
            assertThat(database.app().user()).isEqualTo("fresh_app");
            assertThat(database.system().user()).isEqualTo("fresh_system");
            assertThat(
                            number(
                                    owner,
                                    """
                                    select count(*)
                                    from pg_roles
                                    where rolname in ('fresh_app', 'fresh_system')
                                      and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                                    """))
                    .isEqualTo(2);
            assertThat(
                            number(
                                    owner,
                                    """
                                    select count(*)
                                    from pg_shdepend
                                    join pg_roles on refobjid = pg_roles.oid
                                    where rolname in ('fresh_app', 'fresh_system') and deptype = 'o'
                                    """))
                    .isZero();
        }
    }

    @Test
    void rolesHaveTheirLimits() throws SQLException {
        try (Database database = open(database("limits"), KEEPER, Map.of());
                Connection app = database.as(database.app());
                Connection system = database.as(database.system())) {
            assertThat(text(app, "show statement_timeout")).isEqualTo("5s");
            assertThat(text(app, "show lock_timeout")).isEqualTo("2s");
            assertThat(text(app, "show idle_in_transaction_session_timeout")).isEqualTo("10s");
            assertThat(text(app, "show search_path")).isEqualTo("rounds,pg_temp");
            assertThat(text(system, "show statement_timeout")).isEqualTo("0");
        }
    }

    @Test
    void aPasswordThatWasChangedThereIsSetAgain() throws SQLException {
        String url = database("changed");
        open(url, KEEPER, Map.of()).close();
        superuser("alter role changed_app password 'another'");

        try (Database database = open(url, KEEPER, Map.of());
                Connection app = database.as(database.app())) {
            assertThat(text(app, "select current_user")).isEqualTo("changed_app");
        }
    }

    @Test
    void namedRolesAreUsedAsTheyAre() throws SQLException {
        superuser("create role pages login password 'p'");
        superuser("create role jobs login password 'j'");
        superuser("create role plain login password 'o'");
        String url = database("named", "plain");

        try (Database database =
                        open(
                                url,
                                new Login("plain", "o"),
                                Map.of(
                                        "rounds.db.app-user", "pages",
                                        "rounds.db.app-password", "p",
                                        "rounds.db.system-user", "jobs",
                                        "rounds.db.system-password", "j"));
                Connection app = database.as(database.app())) {
            assertThat(text(app, "select current_user")).isEqualTo("pages");
            assertThat(database.properties().get("datasources.default.url").toString())
                    .endsWith(
                            "&options=-c+synchronous_commit%3Don+-c+statement_timeout%3D5s+-c+lock_timeout%3D2s"
                                    + "+-c+idle_in_transaction_session_timeout%3D10s");
            assertThat(text(app, "select count(*) from person")).isEqualTo("0");
        }
    }

    @Test
    void aRoleForPagesThatWouldReadEverythingIsRefused() throws SQLException {
        String url = database("danger");
        Map<String, String> named =
                Map.of("rounds.db.app-user", "highness", "rounds.db.app-password", "x");

        assertThatThrownBy(() -> open(url, KEEPER, named))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("ROUNDS_DB_APP_USER 'highness' could read everything");
    }

    @Test
    void anOwnerWhoMayNotMakeRolesIsToldWhatToDo() throws SQLException {
        String url = database("modest", "somebody");

        assertThatThrownBy(() -> open(url, new Login("somebody", "x"), Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("may not make the role 'modest_app'")
                .hasMessageContaining("ROUNDS_DB_SYSTEM_USER");
    }

    @Test
    void aWrongPasswordOrAddressIsNamed() {
        String url = url("postgres");

        assertThatThrownBy(() -> open(url, new Login("keeper", "wrong"), Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("refuses ROUNDS_DB_USER 'keeper'");
        assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:1/nowhere", KEEPER, Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(
                        "ROUNDS_DB_URL (jdbc:postgresql://127.0.0.1:1/nowhere) cannot be used");
    }

    private static Database open(String url, Login owner, Map<String, String> more) {
        Map<String, Object> all =
                new HashMap<>(
                        Map.of(
                                "rounds.port",
                                "8080",
                                "rounds.home",
                                folder.resolve("ours").toString(),
                                "rounds.db.pool",
                                "2",
                                "rounds.db.url",
                                url,
                                "rounds.db.user",
                                owner.user(),
                                "rounds.db.password",
                                owner.password(),
                                "rounds.theme",
                                "default",
                                "rounds.themes",
                                "themes",
                                "rounds.limits",
                                "on",
                                "rounds.library-gigabytes",
                                "20"));
        all.putAll(more);
        Settings settings = Settings.from(new MapPropertyResolver(all));
        return Database.open(settings, Home.open(settings.home()));
    }

    private static String database(String name) throws SQLException {
        return database(name, KEEPER.user());
    }

    private static String database(String name, String owner) throws SQLException {
        superuser("create database " + name + " owner " + owner);
        return url(name);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + theirs.port() + "/" + database;
    }

    private static void superuser(String sql) throws SQLException {
        try (Connection connection = Connections.as(url("postgres"), theirs.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return Objects.requireNonNull(row.getString(1));
        }
    }
}
