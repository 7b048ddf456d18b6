package rounds.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.platform.database.Transactions;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.TestDatabase;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

class PostmanTest {
    private static final TestDatabase DB = TestDatabase.running();
    private static GreenMail server;
    private static Site site;

    @BeforeAll
    static void start() throws IOException {
        server = new GreenMail(new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP));
        up();
        site =
                Site.start(
                        "postman",
                        Map.of(
                                "rounds.smtp-url",
                                "smtp://us:p%40ss+word@localhost:" + server.getSmtp().getPort(),
                                "rounds.mail-from",
                                "rounds@example.org"));
    }

    private static void up() {
        server.start();
        server.setUser("us@example.org", "us", "p@ss+word");
    }

    // The same after a restart.
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        site.close();
        server.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        DB.empty();
        server.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void serverIsUp() {
        if (!server.isRunning()) {
            up();
        }
    }

    private static void write(String to, String name) {
        write(to, name, null, null);
    }

    private static void write(
            String to, String name, @Nullable Long person, @Nullable Duration worth) {
        site.bean(Transactions.class)
                .runAsSystem(() ->
                        site.bean(Mails.class)
                                .writeAsSystem(
                                        new Letter(
                                                to,
                                                person,
                                                "fr",
                                                "identity.mail.reset",
                                                List.of(name, new Letter.Link("/reset/abc")),
                                                worth)));
    }

    @Test
    void aMailArrivesOnceWithItsLinkAndItsWordsAreForgotten() throws Exception {
        write("ada0@example.org", "Zoë");

        MimeMessage mail = arrived("ada0@example.org");
        assertThat(mail.getSubject()).isEqualTo("Un nouveau mot de passe");
        assertThat(mail.getContent().toString())
                .contains("Bonjour Zoë,", site.address("/reset/abc").toString());
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Rounds <rounds@example.org>");
        eventually("select count(*) from mail where body = '' and sent_at is not null", 1);
        assertThat(received("ada0@example.org")).hasSize(1);
    }

    @Test
    void nothingThatSomebodyTypesBecomesAHeaderOrAReceiver() throws Exception {
        String attack = "A\r\nBcc: evil@evil.example\n\u0000Subject: x" + "y".repeat(2000);
        write("ada1@example.org", attack);

        MimeMessage mail = arrived("ada1@example.org");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(mail.getAllHeaders()).stream().map(Header::getName))
                .doesNotContain("Bcc", "Cc")
                .containsOnlyOnce("Subject", "From", "To");
        assertThat(received("ada1@example.org")).hasSize(1);
    }

    @Test
    void aMailWaitsForItsServerAndIsSentOnce() {
        server.stop();
        write("ada2@example.org", "Ada");
        eventually(
                "select count(*) from mail where sent_at is null and tries = 1 and last_error is not null",
                1);

        up();
        DB.run("update mail set next_try = now()");

        arrived("ada2@example.org");
        eventually("select count(*) from mail where sent_at is not null", 1);
        assertThat(received("ada2@example.org")).hasSize(1);
    }

    @Test
    void whatIsNoLongerWorthSendingStays() {
        server.stop();
        write("ada3@example.org", "Ada", null, Duration.ofMinutes(30));
        eventually("select count(*) from mail where tries = 1 and sent_at is null", 1);
        DB.run("update mail set next_try = now(), expires_at = now() - interval '1 second'");
        up();
        write("ben3@example.org", "Ben");

        arrived("ben3@example.org");
        assertThat(DB.count("select count(*) from mail where sent_at is null")).isEqualTo(1);
        assertThat(received("ben3@example.org")).hasSize(1);
    }

    @Test
    void mailToASuspendedPersonStops() {
        Somebody ada = site.person("ada4");
        DB.run("update account set suspended_at = now()");
        write("ada4@example.org", "Ada", ada.id(), null);
        write("ben4@example.org", "Ben");

        arrived("ben4@example.org");
        eventually("select count(*) from mail where sent_at is not null", 1);
        assertThat(DB.count("select count(*) from mail where sent_at is null")).isEqualTo(1);
    }

    private static List<MimeMessage> received(String to) {
        return Stream.of(server.getReceivedMessages()).filter(mail -> isTo(mail, to)).toList();
    }

    private static boolean isTo(MimeMessage mail, String to) {
        try {
            return mail.getAllRecipients()[0].toString().equals(to);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static MimeMessage arrived(String to) {
        Instant until = Instant.now().plusSeconds(20);
        while (received(to).isEmpty() && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(received(to)).as("mails to " + to).isNotEmpty();
        return received(to).getFirst();
    }

    private static void eventually(String count, long expected) {
        Instant until = Instant.now().plusSeconds(15);
        while (DB.count(count) != expected && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(DB.count(count)).as(count).isEqualTo(expected);
    }
}
