package rounds.support;

import org.jspecify.annotations.Nullable;

import rounds.cli.Site;
import rounds.kernel.Viewer;
import rounds.platform.database.Database;
import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Settings.Login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/// One real PostgreSQL for all tests of a run, migrated. It is kept in `target` between runs, since
/// making it takes longer than most tests.
public final class TestDatabase {
    /// Shared documents are read, and saved searches looked for, when a test says so: statements of
    /// a job would be counted with those of a page, and what one site took no other would find.
    private static final Set<String> JOBS = Set.of("rounds.reading.every", "rounds.searches.look");

    private static final String NEVER = "24h";

    private final Site site;
    private final Database database;

    private TestDatabase(Site site) {
        this.site = site;
        this.database = site.get(Database.class);
    }

    private static final class Running {
        static final TestDatabase IT = start();

        private static TestDatabase start() {
            Path home = Homes.of("database");
            Site site = open(home);
            Runtime.getRuntime().addShutdownHook(new Thread(site::close));
            return new TestDatabase(site);
        }

        private static Site open(Path home) {
            try {
                return Site.open("tests", settings(home));
            } catch (CannotStart _) {
                // While a migration is being written it differs from the one that ran here before.
                delete(home.resolve("postgresql").resolve("data"));
                return Site.open("tests", settings(home));
            }
        }

        private static Map<String, Object> settings(Path home) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("rounds.home", home.toString());
            settings.put("rounds.db.pool", "20");
            settings.put("rounds.limits", "off");
            JOBS.forEach(job -> settings.put(job, NEVER));
            return settings;
        }

        private static void delete(Path folder) {
            try (Stream<Path> below = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
                for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    public static TestDatabase running() {
        return Running.IT;
    }

    /// Settings for `Site.serve` or `Site.open` that make a site use this database. Give
    /// `rounds.home` beside them, one for each site, and what else differs.
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("rounds.port", "0");
        settings.put("rounds.db.url", database.url());
        settings.put("rounds.db.pool", "1");
        // Tests write faster than people; what limits do has tests of its own.
        settings.put("rounds.limits", "off");
        JOBS.forEach(job -> settings.put(job, NEVER));
        put(settings, "", database.owner());
        put(settings, "app-", database.app());
        put(settings, "system-", database.system());
        return settings;
    }

    private static void put(Map<String, Object> settings, String whose, Login login) {
        settings.put("rounds.db." + whose + "user", login.user());
        settings.put("rounds.db." + whose + "password", login.password());
    }

    /// A home folder for a test of its own, in which PostgreSQL need not be unpacked again.
    public Path home(Path folder) {
        Path ours = site.settings().home().resolve("postgresql");
        try (Stream<Path> programs =
                Files.find(
                        ours, 20, (path, attributes) -> !path.startsWith(ours.resolve("data")))) {
            for (Path path :
                    programs.filter(path ->
                                    ours.relativize(path).toString().startsWith("programs-"))
                            .toList()) {
                Path copy = folder.resolve("postgresql").resolve(ours.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A site of one connection each, without pages, on this database: for its beans.
    public Site site() {
        return site;
    }

    /// As the owner, whom the reading wall does not bind.
    public Connection asOwner() throws SQLException {
        return database.asOwner();
    }

    /// As the role of the pages, nobody having been named as the viewer.
    public Connection asApp() throws SQLException {
        return database.as(database.app());
    }

    /// The number that a statement gives to this person, as the pages' role, 0 without a row; what
    /// it changes is undone.
    ///
    /// @throws SQLException when the database refuses it
    public @Nullable Long asked(Viewer.SignedIn viewer, String sql) throws SQLException {
        try (Connection app = asApp();
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute(
                    "select enter(%d, %d, 1)".formatted(viewer.personId(), viewer.sessionId()));
            try (ResultSet row = statement.executeQuery(sql)) {
                if (!row.next()) {
                    return 0L;
                }
                long number = row.getLong(1);
                return row.wasNull() ? null : number;
            } finally {
                app.rollback();
            }
        }
    }

    public Connection asSystem() throws SQLException {
        return database.as(database.system());
    }

    /// Removes every row that a test may have left. What the migrations put in stays.
    public void empty() {
        try (Connection owner = asOwner();
                Statement statement = owner.createStatement()) {
            StringJoiner tables = new StringJoiner(", ", "truncate ", " restart identity cascade");
            try (ResultSet rows =
                    statement.executeQuery(
                            """
                            select format('%I.%I', schemaname, tablename)
                            from pg_tables
                            where schemaname = 'rounds' and tablename not in ('flyway_schema_history', 'index_epoch')
                            """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            truncate(statement, tables.toString());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    // Followers of the change log may be at work: who met one of them tries again.
    private static void truncate(Statement statement, String sql) throws SQLException {
        for (int tries = 0; ; tries++) {
            try {
                statement.execute(sql);
                return;
            } catch (SQLException failed) {
                if (!"40P01".equals(failed.getSQLState()) || tries == 10) {
                    throw failed;
                }
            }
        }
    }

    /// Runs statements as the owner.
    public void run(String sql) {
        try (Connection owner = asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /// The one number of the one row, asked as the owner.
    public long count(String sql) {
        try (Connection owner = asOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new IllegalStateException("no row: " + sql);
            }
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /// Every row as its columns joined by `|`, asked as the owner.
    public List<String> rows(String sql) {
        try (Connection owner = asOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                StringJoiner columns = new StringJoiner("|");
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(columns.toString());
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
