package rounds.platform.mail;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.platform.database.Transactions;
import rounds.platform.settings.Settings;

import java.time.Duration;
import java.util.List;

/// Carries mails from the outbox to the mail server while the site runs. Without a mail server they
/// stay, where an administrator can read them.
@Singleton
@Requires(beans = Settings.class)
class Postman implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final int BATCH = 20;
    private static final int NEVER = -1;

    /// Seconds to the next try, by the number of tries: a mail server that is down for a night
    /// costs no mail, and is not asked every second.
    private static final int[] WAIT = {10, 60, 300, 900, 1800, 3600, 3600, 7200, 7200, 14_400};

    private final SystemMailRepository outbox;
    private final Transactions transactions;
    private final @Nullable SmtpServer server;
    private final String siteName;
    private final String from;
    private volatile @Nullable Thread thread;

    Postman(
            SystemMailRepository outbox,
            Transactions transactions,
            Settings settings,
            @Property(name = "rounds.name", defaultValue = "Rounds") String siteName) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.server = settings.smtp() == null ? null : SmtpServer.of(settings.smtp());
        this.siteName = siteName;
        this.from = settings.mailFrom();
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        thread = Thread.ofVirtual().name("postman").start(this::walk);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        Thread walking = thread;
        if (walking != null) {
            walking.interrupt();
            walking.join(Duration.ofSeconds(5));
        }
    }

    private void walk() {
        long pruneAt = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (System.nanoTime() - pruneAt >= 0) {
                    pruneAt = System.nanoTime() + PRUNE_EVERY.toNanos();
                    prune();
                }
                if (server == null || round(server) == 0) {
                    Thread.sleep(LOOK_EVERY);
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("Mail could not be looked after; tried again soon.", failed);
                pause();
            }
        }
    }

    private int round(SmtpServer server) {
        List<Mail> mails = transactions.system(() -> outbox.claim(BATCH));
        if (!mails.isEmpty()) {
            try (var smtp = new Smtp(server, siteName, from)) {
                mails.forEach(mail -> deliver(smtp, mail));
            }
        }
        return mails.size();
    }

    private void deliver(Smtp smtp, Mail mail) {
        try {
            smtp.send(mail);
        } catch (MessagingException | RuntimeException failed) {
            // Without the message's words: they may hold an address.
            LOG.warn("A mail was not accepted ({}).", failed.getClass().getSimpleName());
            smtp.close();
            putBack(mail, failed);
            return;
        }
        done(() -> outbox.forgetBody(mail.id()));
    }

    private void putBack(Mail mail, Exception failed) {
        String why = PlainText.line(String.valueOf(failed.getMessage()));
        int seconds =
                refusedForGood(failed) || mail.tries() > WAIT.length
                        ? NEVER
                        : WAIT[mail.tries() - 1];
        done(() ->
                outbox.putBack(mail.id(), why.substring(0, Math.min(300, why.length())), seconds));
    }

    /// The server knows this address and will not take mail for it, ever.
    private static boolean refusedForGood(Exception failed) {
        for (Throwable cause = failed; cause != null; cause = next(cause)) {
            int code =
                    switch (cause) {
                        case SMTPAddressFailedException address -> address.getReturnCode();
                        case SMTPSendFailedException send -> send.getReturnCode();
                        default -> 0;
                    };
            if (code >= 550 && code <= 553) {
                return true;
            }
        }
        return failed instanceof jakarta.mail.internet.AddressException;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof SendFailedException send && send.getNextException() != null
                ? send.getNextException()
                : cause.getCause();
    }

    private void prune() {
        done(outbox::prune);
    }

    private void done(Runnable statement) {
        transactions.runAsSystem(() -> statement.run());
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
