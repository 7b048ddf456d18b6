package rounds.platform.mail;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.settings.Settings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// The outbox. A mail is a row written in the transaction that causes it: no transaction, no mail;
/// and nobody waits for a mail server.
@Singleton
public class Mails {
    private static final int LONGEST_SUBJECT = 200;

    /// So many mails are read at once.
    public static final int PAGE = 50;

    private final MailRepository asViewer;
    private final SystemMailRepository asSystem;
    private final Transactions transactions;
    private final Wording wording;
    private final String baseUrl;
    private final Clock clock;

    Mails(
            MailRepository asViewer,
            SystemMailRepository asSystem,
            Transactions transactions,
            Wording wording,
            Settings settings,
            Clock clock) {
        this.asViewer = asViewer;
        this.asSystem = asSystem;
        this.transactions = transactions;
        this.wording = wording;
        this.baseUrl = settings.baseUrl().toString();
        this.clock = clock;
    }

    /// Writes a mail in the running transaction of the person who causes it.
    public void write(Letter letter) {
        Written mail = written(letter);
        asViewer.add(
                Ids.next(),
                letter.to(),
                letter.personId(),
                mail.subject(),
                mail.body(),
                letter.language(),
                mail.expiresAt());
    }

    /// The same in a running transaction of the system.
    public void writeAsSystem(Letter letter) {
        Written mail = written(letter);
        asSystem.add(
                Ids.next(),
                letter.to(),
                letter.personId(),
                mail.subject(),
                mail.body(),
                letter.language(),
                mail.expiresAt());
    }

    /// The newest mails before that one (null: the newest of all), for an administrator: whoever
    /// calls this has made sure of that.
    public List<Mail> outbox(@Nullable Long before) {
        return transactions.system(
                () -> asSystem.newest(before == null ? Long.MAX_VALUE : before, PAGE));
    }

    /// How much of it waits, for an administrator.
    public Outbox waiting() {
        return transactions.system(asSystem::waiting);
    }

    private record Written(String subject, String body, @Nullable Instant expiresAt) {}

    private Written written(Letter letter) {
        List<String> details = letter.details().stream().map(this::shown).toList();
        String subject =
                PlainText.line(wording.text(letter.language(), letter.key() + ".subject", details));
        String body = wording.text(letter.language(), letter.key() + ".body", details);
        String footer = wording.text(letter.language(), "mail.footer", List.of(baseUrl));
        return new Written(
                cut(subject),
                body + "\n\n-- \n" + footer + "\n",
                letter.worth() == null ? null : clock.instant().plus(letter.worth()));
    }

    private String shown(Object detail) {
        return switch (detail) {
            case Letter.Link link -> baseUrl + link.path();
            case String words -> PlainText.harmless(words);
            default -> detail.toString();
        };
    }

    private static String cut(String subject) {
        return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
    }
}
