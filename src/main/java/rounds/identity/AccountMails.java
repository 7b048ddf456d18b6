package rounds.identity;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.platform.mail.Letter;
import rounds.platform.mail.Mails;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The mails about accounts, each with its link; to be written in a transaction of the system. For
/// an address with and without an account the same statements are run, so that both take the same
/// time.
@Singleton
class AccountMails {
    private static final Duration CONFIRM = Duration.ofDays(3);
    private static final Duration CHANGE_ADDRESS = Duration.ofDays(1);

    /// Short, since it opens the account.
    private static final Duration RESET = Duration.ofMinutes(30);

    private static final Letter.Link TO_SIGN_IN = new Letter.Link("/sign-in");
    private static final Letter.Link TO_RESET = new Letter.Link("/reset");

    private final Mails mails;
    private final EmailLinkRepository links;

    AccountMails(Mails mails, EmailLinkRepository links) {
        this.mails = mails;
        this.links = links;
    }

    /// @param next the path of this site to which she was on her way; `/` for none
    void welcome(Account account, boolean known, String language, String next) {
        long person = account.personId();
        String token = link(known ? 0 : person, EmailLink.CONFIRM, account.email(), CONFIRM);
        if (known) {
            writeKnown(account.email(), language);
        } else {
            write(
                    account.email(),
                    person,
                    account.mailLanguage(language),
                    "identity.mail.confirm",
                    List.of(account.name(), new Letter.Link("/confirm/" + token + onward(next))),
                    CONFIRM);
        }
    }

    private static String onward(String next) {
        return next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    void changeAddress(Account account, String email, boolean known, String language) {
        long person = account.personId();
        String token = link(known ? 0 : person, EmailLink.CHANGE_ADDRESS, email, CHANGE_ADDRESS);
        if (known) {
            writeKnown(email, language);
        } else {
            write(
                    email,
                    person,
                    account.mailLanguage(language),
                    "identity.mail.change-address",
                    List.of(account.name(), new Letter.Link("/confirm/" + token)),
                    CHANGE_ADDRESS);
        }
    }

    // Somebody else may have caused it, so it is in the page's language and names nobody.
    private void writeKnown(String email, String language) {
        write(email, null, language, "identity.mail.known", List.of(TO_SIGN_IN, TO_RESET), CONFIRM);
    }

    void reset(String email, Optional<Account> account, String language) {
        long person = account.map(Account::personId).orElse(0L);
        String token = link(person, EmailLink.RESET, email, RESET);
        if (account.isEmpty()) {
            write(
                    email,
                    null,
                    language,
                    "identity.mail.reset-unknown",
                    List.of(new Letter.Link("/sign-up")),
                    RESET);
        } else {
            write(
                    email,
                    person,
                    account.get().mailLanguage(language),
                    "identity.mail.reset",
                    List.of(account.get().name(), new Letter.Link("/reset/" + token)),
                    RESET);
        }
    }

    void passwordChanged(Account account, String language) {
        write(
                account.email(),
                account.personId(),
                account.mailLanguage(language),
                "identity.mail.password-changed",
                List.of(account.name(), TO_RESET),
                null);
    }

    /// To the old address: its owner must notice if that was not she.
    void addressChanged(Account account, String newAddress) {
        write(
                account.email(),
                account.personId(),
                account.mailLanguage("en"),
                "identity.mail.address-changed",
                List.of(account.name(), newAddress),
                null);
    }

    private String link(long person, String purpose, String email, Duration life) {
        String token = Secrets.next();
        links.end(person, purpose);
        links.add(Secrets.hash(token), person, purpose, email, life.toSeconds());
        return token;
    }

    private void write(
            String to,
            @Nullable Long person,
            String language,
            String key,
            List<Object> details,
            @Nullable Duration worth) {
        mails.writeAsSystem(new Letter(to, person, language, key, details, worth));
    }
}
