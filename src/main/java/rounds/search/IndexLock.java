package rounds.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;

/// One thread at a time writes to the index or changes which one answers.
final class IndexLock {
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    // Fair, so that a build does not keep the newest changes waiting.
    private final ReentrantLock lock = new ReentrantLock(true);

    <T> T holding(Work<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
