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
import rounds.platform.mail.Letter;
import rounds.platform.mail.Mails;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Signing in, staying signed in, signing out. A session is one browser or program, and at the same
/// time one family of refresh tokens: each is exchanged once for the next, and one that turns up
/// again long after its exchange was copied by somebody, so the family ends.
@Singleton
public class Sessions {
    /// A session ends when it was not used for so long.
    public static final int LIFE_DAYS = 30;

    /// Two windows may renew at the same moment; the slower one must not end the session.
    static final int GRACE_SECONDS = 20;

    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final OwnSessionRepository own;
    private final EmailLinkRepository links;
    private final Transactions transactions;
    private final Passwords passwords;
    private final SamplePassword samplePassword;
    private final AccessTokens tokens;
    private final Limits limits;
    private final Mails mails;

    Sessions(
            AccountRepository accounts,
            SessionRepository sessions,
            OwnSessionRepository own,
            EmailLinkRepository links,
            Transactions transactions,
            Passwords passwords,
            SamplePassword samplePassword,
            AccessTokens tokens,
            Limits limits,
            Mails mails) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.own = own;
        this.links = links;
        this.transactions = transactions;
        this.passwords = passwords;
        this.samplePassword = samplePassword;
        this.tokens = tokens;
        this.limits = limits;
        this.mails = mails;
    }

    /// Opens a session.
    ///
    /// An e-mail address lets in only once it is confirmed; the handle does so at once. Otherwise
    /// whoever signed up with somebody else's address could see, by then signing in with it,
    /// whether that address had an account before.
    ///
    /// @param login handle or e-mail address
    /// @throws ProblemException `Invalid`, always the same, whatever was wrong; `TooMany`
    public Grant signIn(String login, String password, Origin origin) {
        String known = login.strip().toLowerCase(Locale.ROOT);
        limits.take(Limit.SIGN_IN_FROM, origin.address());
        limits.take(Limit.SIGN_IN, known);
        Optional<Account> account = transactions.system(() -> find(known));
        if (!passwords.matches(password, account.map(this::hash).orElse(null))) {
            throw ProblemException.invalid("login", "identity.sign-in.wrong");
        }
        Account right = account.orElseThrow();
        return transactions.system(() -> {
            links.end(right.personId(), EmailLink.RESET);
            return open(right.personId(), right.authVersion(), origin);
        });
    }

    private Optional<Account> find(String login) {
        return login.indexOf('@') > 0
                ? accounts.byOwnEmail(login)
                : accounts.byHandle(login.startsWith("@") ? login.substring(1) : login);
    }

    /// What her password is compared with; null where no password is right.
    private @Nullable String hash(Account account) {
        if (account.suspended()) {
            return null;
        }
        return account.sample() ? samplePassword.hash() : account.passwordHash();
    }

    /// Opens a session inside a running transaction of the system, for somebody who has proved who
    /// she is.
    Grant open(long personId, int authVersion, Origin origin) {
        long session = Ids.next();
        sessions.open(session, personId, Device.of(origin.userAgent()), LIFE_DAYS);
        return grant(new Viewer.SignedIn(personId, session, authVersion));
    }

    private Grant grant(Viewer.SignedIn viewer) {
        String refreshToken = Secrets.next();
        sessions.addToken(Secrets.hash(refreshToken), viewer.sessionId());
        return new Grant(viewer, tokens.of(viewer), refreshToken);
    }

    /// Exchanges a refresh token for new tokens. Empty: the session is over.
    public Optional<Grant> renew(String refreshToken) {
        byte[] hash = Secrets.hash(refreshToken);
        return transactions.system(() -> {
            boolean first = sessions.use(hash) == 1;
            return sessions.family(hash, GRACE_SECONDS)
                    .filter(Family::alive)
                    .flatMap(family -> renew(family, first));
        });
    }

    private Optional<Grant> renew(Family family, boolean first) {
        if (family.reused()) {
            endStolen(family);
            return Optional.empty();
        }
        if (first) {
            sessions.keepAlive(family.sessionId(), LIFE_DAYS);
        }
        return Optional.of(
                grant(
                        new Viewer.SignedIn(
                                family.personId(), family.sessionId(), family.authVersion())));
    }

    private void endStolen(Family family) {
        sessions.end(family.sessionId(), family.personId(), "reuse");
        Account account = accounts.byId(family.personId()).orElseThrow();
        mails.writeAsSystem(
                new Letter(
                        account.email(),
                        account.personId(),
                        account.mailLanguage("en"),
                        "identity.mail.reuse",
                        List.of(account.name(), new Letter.Link("/settings/sessions")),
                        null));
    }

    /// Ends this session. Whatever was signed for it is refused from now on.
    public void signOut(Viewer.SignedIn viewer) {
        transactions.system(
                () -> sessions.end(viewer.sessionId(), viewer.personId(), "signed_out"));
    }

    /// Ends one of the person's sessions.
    ///
    /// @throws ProblemException `NotFound` for a session that is not hers
    public void end(Viewer.SignedIn viewer, long sessionId) {
        transactions.runAsSystem(() -> {
            living(viewer);
            if (sessions.end(sessionId, viewer.personId(), "signed_out") == 0) {
                throw ProblemException.notFound();
            }
        });
    }

    /// Ends all of the person's sessions, this one too.
    public void signOutEverywhere(Viewer.SignedIn viewer) {
        transactions.runAsSystem(() -> {
            living(viewer);
            sessions.endAll(viewer.personId(), 0, "signed_out");
        });
    }

    /// The person's open sessions, the last used first.
    public List<OwnSession> mine(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> own.open(viewer.personId(), viewer.sessionId()));
    }

    /// The account of a living session, inside a running transaction of the system, which has no
    /// viewer that the database would check.
    ///
    /// @throws ProblemException `SessionEnded`
    Account living(Viewer.SignedIn viewer) {
        return accounts.ofSession(viewer.personId(), viewer.sessionId(), viewer.authVersion())
                .orElseThrow(() -> new ProblemException(new Problem.SessionEnded()));
    }
}
