package rounds.identity;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.platform.database.Transactions;

/// Clears away what nobody can use any more.
@Singleton
class Housekeeping {
    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final EmailLinkRepository links;
    private final Transactions transactions;

    Housekeeping(
            AccountRepository accounts,
            SessionRepository sessions,
            EmailLinkRepository links,
            Transactions transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.transactions = transactions;
    }

    // Long after the start, so that no command of the command line lives to see it.
    @Scheduled(initialDelay = "1h", fixedDelay = "6h")
    void clear() {
        step(links::prune);
        step(sessions::pruneTokens);
        step(sessions::pruneSessions);
        step(accounts::forgetUnconfirmed);
    }

    private void step(Runnable statement) {
        transactions.runAsSystem(() -> statement.run());
    }
}
