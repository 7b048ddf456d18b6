package rounds.platform.database;

import org.jspecify.annotations.Nullable;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Settings;
import rounds.platform.settings.Settings.ExternalDatabase;
import rounds.platform.settings.Settings.Login;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/// The site's PostgreSQL, ready to be used: running, of this version's schema, and with the two
/// roles that everything runs as. Embedded or somebody else's, the rest of Rounds sees no
/// difference.
public final class Database implements AutoCloseable {
    static final String SCHEMA = "rounds";

    private final String url;
    private final Roles roles;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(String url, Roles roles, @Nullable EmbeddedPostgres embedded) {
        this.url = url;
        this.roles = roles;
        this.embedded = embedded;
    }

    /// Opens it for a process that holds the home folder: starts the embedded PostgreSQL if it is
    /// the one, makes the roles, migrates the schema.
    ///
    /// @throws CannotStart with the reason
    public static Database open(Settings settings, Home home) {
        ExternalDatabase external = settings.externalDatabase();
        if (external != null) {
            Roles roles = Roles.of(external, home);
            prepare(external.url(), roles);
            return new Database(external.url(), roles, null);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(home, settings.pool());
        try {
            Roles roles = EmbeddedSite.roles(home);
            EmbeddedSite.makeUnlessThere(embedded.port(), embedded.superuser(), roles.owner());
            String url = EmbeddedSite.url(embedded.port());
            prepare(url, roles);
            return new Database(url, roles, embedded);
        } catch (RuntimeException failed) {
            embedded.close();
            throw failed;
        }
    }

    /// Opens it for a command beside a running server: as that server made it.
    public static Database beside(Settings settings, Home home) {
        ExternalDatabase external = settings.externalDatabase();
        if (external != null) {
            return new Database(external.url(), Roles.of(external, home), null);
        }
        int port =
                EmbeddedPostgres.portOfRunning(home)
                        .orElseThrow(() ->
                                new CannotStart(
                                        "The server on '"
                                                + home.path()
                                                + "' is only just starting or stopping: try again in a moment."));
        return new Database(EmbeddedSite.url(port), EmbeddedSite.roles(home), null);
    }

    private static void prepare(String url, Roles roles) {
        try (Connection owner = Connections.asOwner(url, roles.owner())) {
            ServerChecks.requireVersion(owner);
            ServerChecks.requireDurability(owner);
            roles.make(url, owner);
        } catch (SQLException failed) {
            throw Connections.refused(url, roles.owner(), failed);
        }
        Migrations.run(url, roles);
    }

    /// Micronaut's settings of the two data sources.
    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url", roles.appAddress(url),
                "datasources.default.username", roles.app().user(),
                "datasources.default.password", roles.app().password(),
                "datasources.system.url", roles.systemAddress(url),
                "datasources.system.username", roles.system().user(),
                "datasources.system.password", roles.system().password());
    }

    /// Where it is, in a few words for people.
    public String inWords() {
        return embedded == null
                ? Connections.withoutParameters(url)
                : "embedded PostgreSQL " + embedded.version();
    }

    /// The role that owns the schema: for migrations and for tests that look behind the wall.
    public Connection asOwner() throws SQLException {
        return Connections.asOwner(url, roles.owner());
    }

    /// As any of the roles, on a connection of its own.
    public Connection as(Login login) throws SQLException {
        return Connections.as(url, login);
    }

    public Login owner() {
        return roles.owner();
    }

    public Login app() {
        return roles.app();
    }

    public Login system() {
        return roles.system();
    }

    public String url() {
        return url;
    }

    @Nullable EmbeddedPostgres embedded() {
        return embedded;
    }

    /// Stops the embedded PostgreSQL, if this process runs one.
    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
