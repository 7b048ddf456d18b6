package rounds.topics;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Tells those who tend a topic that the day has come to look at its summary again. It may run on
/// several nodes at once: each topic is taken by one.
@Singleton
class ReviewCalls {
    /// In one transaction.
    private static final int BATCH = 50;

    private final TopicIndexRepository rows;
    private final Changes changes;
    private final Transactions transactions;
    private final Clock clock;

    ReviewCalls(
            TopicIndexRepository rows, Changes changes, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "80s", fixedDelay = "10m")
    void look() {
        int taken = BATCH;
        while (taken == BATCH) {
            taken = call();
        }
    }

    /// @return for how many the day had come
    int call() {
        return transactions.system(() -> {
            List<Long> due = rows.due(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), BATCH);
            changes.appendAll(due.stream().map(Topic::ref).toList(), What.MARKED);
            return due.size();
        });
    }
}
