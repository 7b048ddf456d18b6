package rounds.images;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.platform.database.Transactions;
import rounds.platform.files.FileOwner;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/// Clears away images that were sent and never shown, and says which files are still wanted.
@Singleton
public class ImageCare implements FileOwner {
    private static final Duration UNSHOWN = Duration.ofDays(30);

    private final SystemImageRepository rows;
    private final Transactions transactions;
    private final Clock clock;

    ImageCare(SystemImageRepository rows, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    // Before the files are cleared away, and long after the start.
    @Scheduled(initialDelay = "150m", fixedDelay = "24h")
    public void clear() {
        transactions.system(() -> rows.prune(clock.instant().minus(UNSHOWN)));
    }

    @Override
    public Set<String> named(Collection<String> hashes) {
        return Set.copyOf(transactions.system(() -> rows.named(hashes.toArray(String[]::new))));
    }
}
