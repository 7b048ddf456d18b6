package rounds.search;

import jakarta.inject.Singleton;

import rounds.platform.database.Transactions;

import java.time.Duration;

/// Builds the index anew on demand: here where no server runs, otherwise by asking the servers, of
/// which each has an index of its own.
@Singleton
public class Reindex {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final IndexKeeper index;
    private final LiveIndex live;
    private final Rebuild rebuild;
    private final SystemSearchRepository rows;
    private final Transactions transactions;

    Reindex(
            IndexKeeper index,
            LiveIndex live,
            Rebuild rebuild,
            SystemSearchRepository rows,
            Transactions transactions) {
        this.index = index;
        this.live = live;
        this.rebuild = rebuild;
        this.rows = rows;
        this.transactions = transactions;
    }

    /// Builds the index of this home folder, which no server may be using.
    ///
    /// @return how many contents it holds
    /// @throws IllegalStateException when another process writes it, or it could not be finished
    public long run(Progress progress) {
        index.open();
        index.beginBuilding();
        return rebuild.run(progress);
    }

    /// Every server builds its index anew within some seconds; the old one answers meanwhile.
    public void ask() {
        transactions.<Void>system(() -> {
            rows.beginEpoch();
            return null;
        });
    }

    /// Waits until everything that was there at the start can be found, in a process that follows
    /// the change log itself.
    public void await() throws InterruptedException {
        while (!live.isWhole()) {
            Thread.sleep(LOOK_EVERY);
        }
    }
}
