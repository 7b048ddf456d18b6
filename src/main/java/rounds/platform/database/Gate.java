package rounds.platform.database;

import io.micronaut.context.annotation.Value;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Stands before the pool of connections. Virtual threads would otherwise wait by the ten thousand
/// for a handful of connections and all time out together; here the excess is told at once to come
/// again.
@Singleton
class Gate {
    private static final int WAITING_PER_CONNECTION = 16;
    private static final long PATIENCE_MS = 2_000;

    private final Semaphore places;

    Gate(@Value("${datasources.default.maximum-pool-size:10}") int connections) {
        places = new Semaphore(connections * WAITING_PER_CONNECTION, true);
    }

    <T extends @Nullable Object> T pass(Supplier<T> work) {
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
