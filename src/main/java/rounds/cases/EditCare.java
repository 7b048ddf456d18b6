package rounds.cases;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.platform.Moment;
import rounds.platform.database.Transactions;

/// Clears away begun edits that nobody has come back to.
@Singleton
class EditCare {
    private final SystemCaseEditRepository edits;
    private final Moment moment;
    private final Transactions transactions;

    EditCare(SystemCaseEditRepository edits, Moment moment, Transactions transactions) {
        this.edits = edits;
        this.moment = moment;
        this.transactions = transactions;
    }

    // Long after the start, so that no command of the command line lives to see it.
    @Scheduled(initialDelay = "2h", fixedDelay = "24h")
    void clear() {
        transactions.system(() -> edits.prune(moment.now().minus(Editing.KEPT)));
    }
}
