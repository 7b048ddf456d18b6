package rounds.forum;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.platform.Moment;
import rounds.platform.database.Transactions;

/// Clears away drafts that nobody has come back to.
@Singleton
class DraftCare {
    private final SystemDraftRepository drafts;
    private final Moment moment;
    private final Transactions transactions;

    DraftCare(SystemDraftRepository drafts, Moment moment, Transactions transactions) {
        this.drafts = drafts;
        this.moment = moment;
        this.transactions = transactions;
    }

    // Long after the start, so that no command of the command line lives to see it.
    @Scheduled(initialDelay = "2h", fixedDelay = "24h")
    void clear() {
        transactions.system(() -> drafts.prune(moment.now().minus(Drafts.KEPT)));
    }
}
