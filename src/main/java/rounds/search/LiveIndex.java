package rounds.search;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

import rounds.kernel.Position;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The index that answers at this moment. Which one that is changes under the feet of those who
/// ask, and they notice nothing.
final class LiveIndex implements Closeable {
    /// Work on the index as it can be found at one moment.
    @FunctionalInterface
    interface Reading<T> {
        T with(DirectoryReader reader) throws IOException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile @Nullable SearchIndex answering;
    private volatile boolean whole;
    private volatile boolean damaged;
    private final KeptReaders kept = new KeptReaders();

    /// From now on this one answers, or none.
    ///
    /// @param whole everything there is can be found in it, as far as the log was followed
    void answerWith(@Nullable SearchIndex index, boolean whole) {
        answering = index;
        this.whole = whole;
        damaged = false;
        tell();
    }

    /// Those who wait look again.
    void tell() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        return answering != null;
    }

    /// Everything can be found, and what changes now will be, too.
    boolean isWhole() {
        return whole;
    }

    /// Somebody who asked came upon damage.
    boolean isDamaged() {
        return damaged;
    }

    /// Waits until what was written at this place can be found; false when it could not be waited
    /// for.
    boolean await(Position position, Duration patience) {
        if (hasReached(position)) {
            return true;
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (left > 0 && whole && !hasReached(position)) {
                left = moved.awaitNanos(left);
            }
            return hasReached(position);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasReached(Position position) {
        SearchIndex index = answering;
        return index != null && index.findable().compareTo(position) >= 0;
    }

    /// Absent before there is anything to ask.
    <T> Optional<T> read(Reading<T> work) {
        return noticingDamage(() -> {
            SearchIndex index = answering;
            while (index != null) {
                DirectoryReader reader = acquired(index);
                if (reader != null) {
                    try {
                        return Optional.of(work.with(reader));
                    } finally {
                        index.release(reader);
                    }
                }
                index = answering;
            }
            return Optional.empty();
        });
    }

    /// The same for a page of hits: it goes on in the index as it was when the page before was
    /// read, so that neither a change between the two nor an index built anew moves a hit from one
    /// to the other.
    Optional<SearchResults> readPage(
            long viewer, SearchRequest request, Reading<SearchResults> work) {
        KeptReaders.Kept before =
                request.cursor() == null
                        ? null
                        : kept.acquire(place(request.cursor(), viewer, request));
        if (before == null) {
            return read(reader -> page(viewer, request, reader, null, work));
        }
        return noticingDamage(() -> {
            try {
                return Optional.of(page(viewer, request, before.reader(), before, work));
            } finally {
                KeptReaders.release(before.reader());
            }
        });
    }

    private SearchResults page(
            long viewer,
            SearchRequest request,
            DirectoryReader reader,
            KeptReaders.@Nullable Kept before,
            Reading<SearchResults> work)
            throws IOException {
        SearchResults page = work.with(reader);
        if (page.next() != null) {
            kept.keep(place(page.next(), viewer, request), reader, before);
        }
        return page;
    }

    private static KeptReaders.Key place(String cursor, long viewer, SearchRequest request) {
        return new KeptReaders.Key(cursor, viewer, request.after(null));
    }

    private <T> T noticingDamage(IOSupplier<T> work) {
        try {
            return work.get();
        } catch (CorruptIndexException e) {
            damaged = true;
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Null when another generation took its place in this moment.
    private @Nullable DirectoryReader acquired(SearchIndex index) throws IOException {
        try {
            return index.acquire();
        } catch (AlreadyClosedException e) {
            if (index == answering) {
                throw e;
            }
            return null;
        }
    }

    /// Forgets where pages ended.
    @Override
    public void close() {
        kept.close();
    }
}
