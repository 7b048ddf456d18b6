package rounds.library;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.platform.Moment;
import rounds.platform.database.Transactions;
import rounds.platform.files.FileOwner;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/// Clears away files that were sent and never shared, versions and words that were declined long
/// ago, and says which files are still wanted.
@Singleton
public class LibraryCare implements FileOwner {
    private static final Duration NOT_SHARED = Duration.ofDays(7);

    /// So long whoever proposed it can read again why it was not taken.
    private static final Duration DECLINED = Duration.ofDays(90);

    private final SystemLibraryRepository rows;
    private final Transactions transactions;
    private final Moment moment;

    LibraryCare(SystemLibraryRepository rows, Transactions transactions, Moment moment) {
        this.rows = rows;
        this.transactions = transactions;
        this.moment = moment;
    }

    // Before the files are cleared away, and long after the start.
    @Scheduled(initialDelay = "140m", fixedDelay = "24h")
    public void clear() {
        transactions.system(() -> {
            rows.forgetUploads(moment.now().minus(NOT_SHARED));
            rows.forgetDeclinedWords(moment.now().minus(DECLINED));
            return rows.forgetDeclined(moment.now().minus(DECLINED));
        });
    }

    @Override
    public Set<String> named(Collection<String> hashes) {
        return Set.copyOf(transactions.system(() -> rows.named(hashes.toArray(String[]::new))));
    }
}
