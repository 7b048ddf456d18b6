package rounds.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import rounds.kernel.Viewer;
import rounds.platform.database.Database;
import rounds.platform.database.Transactions;
import rounds.platform.settings.CannotStart;
import rounds.support.ChildServer;
import rounds.support.TestDatabase;

import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

class SiteTest {
    @TempDir private Path folder;

    @Test
    void aCommandBesideARunningServerUsesItsDatabaseAndLeavesItRunning() throws Exception {
        Map<String, Object> embedded =
                Map.of(
                        "rounds.home",
                        TestDatabase.running().home(folder).toString(),
                        "rounds.port",
                        "0");
        try (Site server = Site.serve(embedded)) {
            try (Site command = Site.open("check", embedded)) {
                assertThat(command.running().besideServer()).isTrue();
                assertThat(command.get(Database.class).url())
                        .isEqualTo(server.get(Database.class).url());
            }
            assertThat(health(server)).isEqualTo(200);
        }
    }

    @Test
    void aSiteHealsByItselfWhenItsPostgresIsKilled() {
        Path home = TestDatabase.running().home(folder.resolve("killed"));
        try (Site site = Site.serve(Map.of("rounds.home", home.toString(), "rounds.port", "0"))) {
            assertThat(answers(site)).isTrue();

            ChildServer.processesAt(home).forEach(ProcessHandle::destroyForcibly);

            assertThat(answersWithin(Duration.ofSeconds(30), site)).isTrue();
        }
    }

    private static boolean answersWithin(Duration patience, Site site) {
        Instant end = Instant.now().plus(patience);
        boolean answers = false;
        while (!answers && Instant.now().isBefore(end)) {
            answers = answers(site);
        }
        return answers;
    }

    /// Whether a visitor's transaction can be had.
    private static boolean answers(Site site) {
        try {
            return site.get(Transactions.class).read(Viewer.VISITOR, () -> true);
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    @Test
    void twoSitesInOneProcessShareADatabase() throws Exception {
        try (Site first = Site.serve(settings("first"));
                Site second = Site.serve(settings("second"))) {
            assertThat(first.address()).isNotEqualTo(second.address());
            assertThat(health(first)).isEqualTo(200);
            assertThat(health(second)).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Map<String, Object> settings = settings("here");
            settings.put("rounds.port", taken.getLocalPort());

            assertThatThrownBy(() -> Site.serve(settings).close())
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "ROUNDS_PORT is "
                                    + taken.getLocalPort()
                                    + ", and another program listens there: give another one.");
        }
    }

    @Test
    void whatFailsToStartLetsItsHomeGo() throws Exception {
        Map<String, Object> broken = settings("here");
        broken.put("rounds.db.password", "wrong");
        assertThatThrownBy(() -> Site.serve(broken).close()).isInstanceOf(CannotStart.class);

        try (Site mended = Site.serve(settings("here"));
                Connection owner = mended.get(Database.class).asOwner()) {
            assertThat(owner.isValid(1)).isTrue();
        }
    }

    private Map<String, Object> settings(String home) {
        Map<String, Object> settings = new HashMap<>(TestDatabase.running().settings());
        settings.put("rounds.home", folder.resolve(home).toString());
        return settings;
    }

    private static int health(Site site) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(site.address().resolve("/health")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
