package rounds.search;

import rounds.platform.database.OverloadedException;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Stands before the index. Searching is work for the processor, and whoever searches holds a
/// connection to the database meanwhile: more at once than there are processors to work for them
/// would only keep everybody else from theirs.
final class SearchGate {
    private static final int PER_PROCESSOR = 2;
    private static final long PATIENCE_MS = 2_000;

    private final Semaphore places =
            new Semaphore(Runtime.getRuntime().availableProcessors() * PER_PROCESSOR, true);

    /// @throws OverloadedException when nobody ahead is done in time
    <T> T pass(Supplier<T> work) {
        if (!enter()) {
            throw new OverloadedException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
