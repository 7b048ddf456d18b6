package rounds.identity;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Getting an account, and changing what lets one in. Whether an address has an account is never
/// said on a page: the answer is always the same, and a mail to that address says the rest.
@Singleton
public class Accounts {
    private static final int HANDLE_ATTEMPTS = 5;

    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final EmailLinkRepository links;
    private final AccountMails mails;
    private final Sessions signIn;
    private final AccessTokens tokens;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Limits limits;

    Accounts(
            AccountRepository accounts,
            SessionRepository sessions,
            EmailLinkRepository links,
            AccountMails mails,
            Sessions signIn,
            AccessTokens tokens,
            Passwords passwords,
            Transactions transactions,
            Limits limits) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
        this.signIn = signIn;
        this.tokens = tokens;
        this.passwords = passwords;
        this.transactions = transactions;
        this.limits = limits;
    }

    /// Makes an account and lets its person in; she may look around until she confirms the address,
    /// then write. If the address has an account already, its owner is told so by mail, and this
    /// new one can never be confirmed: to whoever asks, both look the same.
    ///
    /// @param next the path of this site to which she was on her way; the mail leads there, so that
    ///   an invitation is not forgotten on the way through the mailbox
    /// @throws ProblemException `Invalid` with everything that is wrong; `TooMany`
    public Grant signUp(SignUp entered, Origin origin, String next) {
        SignUp clean = checked(entered);
        limits.take(Limit.SIGN_UP_FROM, origin.address());
        takeMail(clean.email(), origin);
        String hash = passwords.hash(entered.password());
        return transactions.system(() -> {
            long id = Ids.next();
            boolean known = accounts.byOwnEmail(clean.email()).isPresent();
            addPerson(id, clean);
            accounts.addAccount(id, clean.email(), hash, null, clean.timeZone(), false, false);
            Account account = accounts.byId(id).orElseThrow();
            mails.welcome(account, known, origin.language(), next);
            return signIn.open(id, account.authVersion(), origin);
        });
    }

    private static SignUp checked(SignUp entered) {
        var wrong = new ArrayList<Problem.Field>();
        String name = orNothing(wrong, () -> Names.clean(entered.name()));
        String email = orNothing(wrong, () -> Addresses.clean(entered.email()));
        String wished = entered.handle();
        String handle = wished == null ? null : orNothing(wrong, () -> Handles.clean(wished));
        String profession = Names.line(entered.profession());
        orNothing(
                wrong,
                () -> {
                    PasswordRules.check(
                            "password",
                            entered.password(),
                            Objects.requireNonNullElse(handle, ""),
                            email,
                            name);
                    return "";
                });
        if (profession.length() > 100) {
            wrong.add(new Problem.Field("profession", "identity.profession.long", 100));
        }
        requireGood(wrong);
        return new SignUp(name, handle, email, "", profession, entered.timeZone());
    }

    private static void requireGood(List<Problem.Field> wrong) {
        if (!wrong.isEmpty()) {
            throw new ProblemException(new Problem.Invalid(List.copyOf(wrong)));
        }
    }

    /// Collects what is wrong, so that a form is refused once and not field by field.
    private static String orNothing(
            List<Problem.Field> wrong, java.util.function.Supplier<String> value) {
        try {
            return value.get();
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Invalid invalid) {
                wrong.addAll(invalid.fields());
                return "";
            }
            throw refused;
        }
    }

    private void addPerson(long id, SignUp clean) {
        String wished = clean.handle();
        if (wished != null) {
            if (!added(id, wished, clean)) {
                throw ProblemException.invalid("handle", "identity.handle.taken");
            }
            return;
        }
        for (int attempt = 0; attempt < HANDLE_ATTEMPTS; attempt++) {
            if (added(id, Handles.from(clean.name(), attempt), clean)) {
                return;
            }
        }
        throw ProblemException.invalid("handle", "identity.handle.choose");
    }

    private boolean added(long id, String handle, SignUp clean) {
        return accounts.addPerson(
                        id, handle, Handles.shape(handle), clean.name(), clean.profession())
                == 1;
    }

    /// What a link for confirming is about, for its page: null when it leads nowhere any more.
    public @Nullable Confirmation confirmation(String token) {
        return transactions.system(() ->
                links.find(Secrets.hash(token))
                        .filter(link -> !link.purpose().equals(EmailLink.RESET))
                        .flatMap(link ->
                                accounts.byId(link.personId()).map(a -> confirmation(a, link)))
                        .orElse(null));
    }

    private static Confirmation confirmation(Account account, EmailLink link) {
        return new Confirmation(account.name(), account.handle(), link.email());
    }

    /// Confirms an address, or changes it to the one that the link was sent to.
    ///
    /// @throws ProblemException `Invalid` for a link that is over, `Conflict` if the address came
    ///   to belong to another account
    public void confirm(String token) {
        transactions.runAsSystem(() -> {
            EmailLink link = used(Secrets.hash(token));
            Account account = accounts.byId(link.personId()).orElseThrow();
            boolean done =
                    switch (link.purpose()) {
                        case EmailLink.CONFIRM ->
                                account.confirmed()
                                        || accounts.confirm(link.personId(), link.email()) == 1;
                        case EmailLink.CHANGE_ADDRESS ->
                                accounts.changeAddress(link.personId(), link.email()) == 1;
                        default -> throw linkIsOver();
                    };
            if (!done) {
                throw new ProblemException(new Problem.Conflict("identity.email.taken"));
            }
            if (account.confirmed() && !account.email().equals(link.email())) {
                mails.addressChanged(account, link.email());
            }
        });
    }

    /// What that link is for, which then is over.
    private EmailLink used(byte[] hash) {
        EmailLink link = links.find(hash).orElseThrow(Accounts::linkIsOver);
        if (links.use(hash) == 0) {
            throw linkIsOver();
        }
        return link;
    }

    private static ProblemException linkIsOver() {
        return ProblemException.invalid("token", "identity.link.over");
    }

    /// Sends the link for confirming once more.
    public void askConfirmation(Viewer.SignedIn viewer, Origin origin, String next) {
        Account account = transactions.system(() -> signIn.living(viewer));
        if (account.confirmed()) {
            return;
        }
        takeMail(account.email(), origin);
        transactions.runAsSystem(() -> {
            boolean known = accounts.byOwnEmail(account.email()).isPresent();
            mails.welcome(account, known, origin.language(), next);
        });
    }

    /// Sends a link for a new password to that address, or the word that nobody has an account with
    /// it.
    ///
    /// @throws ProblemException `Invalid`, `TooMany`; never because of whether there is an account
    public void askReset(String email, Origin origin) {
        String address = Addresses.clean(email);
        takeMail(address, origin);
        transactions.runAsSystem(() -> {
            mails.reset(
                    address,
                    accounts.byAnyEmail(address)
                            .filter(account -> !account.suspended() && !account.sample()),
                    origin.language());
        });
    }

    /// Whether a link for a new password still works.
    public boolean isReset(String token) {
        return transactions
                .system(() -> links.find(Secrets.hash(token)))
                .filter(link -> link.purpose().equals(EmailLink.RESET))
                .isPresent();
    }

    /// Sets a new password by a link. All sessions end, and a new one is opened; the mail with the
    /// link has confirmed the address, too.
    ///
    /// @throws ProblemException `Invalid` at `token` for a link that is over, at `password` for one
    ///   that is not taken
    public Grant reset(String token, String password, Origin origin) {
        byte[] linkHash = Secrets.hash(token);
        Account account =
                transactions.system(() ->
                        links.find(linkHash)
                                .filter(link -> link.purpose().equals(EmailLink.RESET))
                                .flatMap(link -> accounts.byId(link.personId()))
                                .orElseThrow(Accounts::linkIsOver));
        checkNew(account, password);
        String hash = passwords.hash(password);
        return transactions.system(() -> {
            EmailLink link = used(linkHash);
            accounts.confirm(account.personId(), link.email());
            int version = changePassword(account, hash, 0, origin);
            return signIn.open(account.personId(), version, origin);
        });
    }

    /// Changes the password of somebody who knows the present one. All other sessions end.
    ///
    /// @return the access token by which this session goes on
    /// @throws ProblemException `Invalid` at `current` or `password`
    public String changePassword(
            Viewer.SignedIn viewer, String current, String password, Origin origin) {
        var wrong = new ArrayList<Problem.Field>();
        Account account = transactions.system(() -> signIn.living(viewer));
        orNothing(wrong, () -> verified(viewer, current).email());
        orNothing(
                wrong,
                () -> {
                    checkNew(account, password);
                    return password;
                });
        if (wrong.isEmpty() && password.equals(current)) {
            wrong.add(new Problem.Field("password", "identity.password.same"));
        }
        requireGood(wrong);
        String hash = passwords.hash(password);
        int version =
                transactions.system(() -> {
                    signIn.living(viewer);
                    return changePassword(account, hash, viewer.sessionId(), origin);
                });
        return tokens.of(new Viewer.SignedIn(viewer.personId(), viewer.sessionId(), version));
    }

    private static void checkNew(Account account, String password) {
        PasswordRules.check(
                "password", password, account.handle(), account.email(), account.name());
    }

    private int changePassword(Account account, String hash, long exceptSession, Origin origin) {
        accounts.changePassword(account.personId(), hash);
        sessions.endAll(account.personId(), exceptSession, "password");
        links.end(account.personId(), EmailLink.RESET);
        mails.passwordChanged(account, origin.language());
        return accounts.byId(account.personId()).orElseThrow().authVersion();
    }

    /// Sends a link to the new address; the address changes when it is followed.
    ///
    /// @throws ProblemException `Invalid` at `email` or `current`; never because somebody has it
    public void askAddress(Viewer.SignedIn viewer, String email, String current, Origin origin) {
        String address = Addresses.clean(email);
        Account account = verified(viewer, current);
        takeMail(address, origin);
        transactions.runAsSystem(() -> {
            signIn.living(viewer);
            boolean known = accounts.byOwnEmail(address).isPresent();
            mails.changeAddress(account, address, known, origin.language());
        });
    }

    /// The account of somebody who has just typed her password.
    private Account verified(Viewer.SignedIn viewer, String password) {
        Account account = transactions.system(() -> signIn.living(viewer));
        limits.take(Limit.SIGN_IN, "person " + viewer.personId());
        if (account.sample() || !passwords.matches(password, account.passwordHash())) {
            throw ProblemException.invalid("current", "identity.password.wrong");
        }
        return account;
    }

    private void takeMail(String address, Origin origin) {
        limits.take(Limit.MAIL_FROM, origin.address());
        limits.take(Limit.MAIL_TO, address);
    }

    /// Makes a confirmed account with all rights over the site, for its keeper.
    ///
    /// @throws ProblemException `Invalid`; `Conflict` if the address has an account
    public void createAdmin(SignUp entered) {
        SignUp clean = checked(entered);
        String hash = passwords.hash(entered.password());
        transactions.runAsSystem(() -> {
            if (accounts.byOwnEmail(clean.email()).isPresent()) {
                throw new ProblemException(new Problem.Conflict("identity.email.taken"));
            }
            long id = Ids.next();
            addPerson(id, clean);
            accounts.addAccount(id, clean.email(), hash, null, clean.timeZone(), true, true);
        });
    }
}
