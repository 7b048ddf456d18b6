package rounds.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.value.MapPropertyResolver;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.platform.settings.CannotStart;
import rounds.platform.settings.Settings;
import rounds.support.TestDatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The embedded PostgreSQL through bad days. Each test begins with a community that must not be
/// lost.
class EmbeddedPostgresTest {
    @TempDir private static Path folder;

    private final Home home = Home.open(folder.resolve("home"));
    private final Path data = home.path().resolve("postgresql").resolve("data");
    private Database database = open();

    @BeforeEach
    void write() throws SQLException {
        run("delete from community");
        run(
                "insert into community (id, slug, name, visibility) values (1, 'here', 'Here', 'public')");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void dataSurviveARestartAlsoWhenEveryFileIsADayOld() throws Exception {
        database.close();
        age(home.path(), Duration.ofDays(1));

        database = open();

        assertThat(communities()).isEqualTo(1);
    }

    @Test
    void aKilledPostgresIsStartedAgainAtTheSameAddress() throws Exception {
        Process killed = process();

        killed.destroyForcibly().waitFor();

        assertThat(communitiesWithin(Duration.ofSeconds(20))).isEqualTo(1);
        assertThat(process().pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void whatAKilledServerLeftRunningIsStopped() throws Exception {
        database.close();
        Launch launch = Launch.find(programs(), data);
        Process orphan =
                launch.prepare(
                                launch.command(
                                        "postgres",
                                        "-D",
                                        data.toString(),
                                        "-c",
                                        "config_file=" + data + "/rounds.conf"))
                        .start();
        while (PostmasterPid.read(data).filter(PostmasterPid::ready).isEmpty()) {
            Thread.onSpinWait();
        }

        database = open();

        assertThat(orphan.isAlive()).isFalse();
        assertThat(communities()).isEqualTo(1);
    }

    @Test
    void aStrangerWithTheNumberOfOurOldProcessIsLeftAlone() throws Exception {
        database.close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        String lines =
                stranger.pid()
                        + "\n"
                        + data
                        + "\n"
                        + Instant.now().getEpochSecond()
                        + "\n5432\n\n\n\nready\n";
        DataFolder.write(data, "postmaster.pid", lines);

        database = open();

        assertThat(stranger.isAlive()).isTrue();
        assertThat(communities()).isEqualTo(1);
        stranger.destroyForcibly();
    }

    @Test
    void somebodyElsesPostgresIsLeftAlone() throws Exception {
        database.close();
        Home elsewhere = Home.open(TestDatabase.running().home(folder.resolve("elsewhere")));
        try (EmbeddedPostgres other = EmbeddedPostgres.start(elsewhere, 1)) {
            Path theirs = elsewhere.path().resolve("postgresql").resolve("data");
            DataFolder.write(data, "postmaster.pid", Files.readString(PostmasterPid.file(theirs)));

            database = open();

            assertThat(other.process()).isNotNull().matches(Process::isAlive);
            assertThat(embedded().port()).isNotEqualTo(other.port());
            assertThat(communities()).isEqualTo(1);
        }
    }

    @Test
    void anotherMajorVersionIsRefusedWithAWayOut() throws Exception {
        database.close();
        Path version = data.resolve("PG_VERSION");
        String ours = Files.readString(version);
        DataFolder.write(data, "PG_VERSION", "17\n");

        assertThatThrownBy(this::open)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("`export`")
                .hasMessageContaining("`import`");

        DataFolder.write(data, "PG_VERSION", ours);
        database = open();
        assertThat(communities()).isEqualTo(1);
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAnew() throws Exception {
        database.close();
        Path half = data.resolveSibling("data-new");
        Files.createDirectories(half.resolve("base"));
        Files.writeString(half.resolve("base").resolve("1"), "half");
        Path aside = data.resolveSibling("aside");
        Files.move(data, aside, StandardCopyOption.ATOMIC_MOVE);

        database = open();

        assertThat(communities()).isZero();
    }

    @Test
    void nobodyEntersWithoutThePasswordAndNobodyElseHearsOfIt() throws Exception {
        assertThatThrownBy(() -> database.as(new Settings.Login("postgres", "")).close())
                .isInstanceOf(SQLException.class);
        try (Connection superuser = database.as(embedded().superuser())) {
            assertThat(text(superuser, "select current_setting('listen_addresses')"))
                    .isEqualTo("127.0.0.1");
            assertThat(text(superuser, "select current_setting('unix_socket_directories')"))
                    .isEmpty();
            assertThat(text(superuser, "select current_setting('data_checksums')")).isEqualTo("on");
        }
        assertThat(Files.getPosixFilePermissions(home.path().resolve("secrets.properties")))
                .hasSize(2);
    }

    private Database open() {
        Settings settings =
                Settings.from(
                        new MapPropertyResolver(
                                Map.of(
                                        "rounds.port", "8080",
                                        "rounds.home", home.path().toString(),
                                        "rounds.db.pool", "2",
                                        "rounds.theme", "default",
                                        "rounds.themes", "themes",
                                        "rounds.limits", "on",
                                        "rounds.library-gigabytes", "20")));
        return Database.open(settings, home);
    }

    private Path programs() throws IOException {
        return PostgresBinaries.unpack(data.getParent());
    }

    private EmbeddedPostgres embedded() {
        return Objects.requireNonNull(database.embedded());
    }

    private Process process() {
        return Objects.requireNonNull(embedded().process());
    }

    private long communities() throws SQLException {
        return Long.parseLong(text("select count(*) from community"));
    }

    private long communitiesWithin(Duration patience) throws SQLException {
        Instant end = Instant.now().plus(patience);
        while (true) {
            try {
                return communities();
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection owner = database.asOwner()) {
            return text(owner, sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection owner = database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void age(Path folder, Duration by) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(by)));
            }
        }
    }
}
