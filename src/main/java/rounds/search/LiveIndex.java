package rounds.search;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.ContentRef;
import rounds.kernel.Indexable;
import rounds.kernel.Position;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The index that answers, and beside it, at times, the one that will take its place. What changes
/// goes into both. When it cannot be written (a full disk), the last state goes on answering and
/// nothing moves until it can be written again: nobody's posting ever waits for it.
final class LiveIndex implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger("rounds.search");
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /// What the index has to know of the change log it follows.
    record Log(Supplier<String> epoch, Supplier<Position> horizon, Predicate<Position> isPruned) {}

    /// Rows as they are now: these belong into the index, and those out of it.
    record Batch(List<Indexable> present, List<ContentRef> gone) {}

    /// Work on the index as it can be found at one moment.
    @FunctionalInterface
    interface Reading<T> {
        T with(DirectoryReader reader) throws IOException;
    }

    private final IndexFolder folder;
    private final SearchIndex.Opener opener;
    private final Log log;

    // Fair, so that a build does not keep the newest changes waiting.
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition moved = lock.newCondition();
    private volatile @Nullable SearchIndex answering;
    private @Nullable SearchIndex building;
    private volatile boolean whole;
    private boolean opened;
    private boolean rebuildWanted;
    private volatile boolean resting;
    private long restUntil;
    private Duration rest = FIRST_REST;

    LiveIndex(Path home, SearchIndex.Opener opener, Log log) {
        this.folder = new IndexFolder(home);
        this.opener = opener;
        this.log = log;
    }

    /// Opens what is there, or opens it again after trouble.
    ///
    /// @throws IllegalStateException while it rests
    void open() {
        lock.lock();
        try {
            if (!opened) {
                folder.lock();
                Optional<Path> current = folder.current();
                folder.keepOnly(current.stream().toList());
                current.ifPresentOrElse(this::openCurrent, () -> rebuildWanted = true);
                opened = true;
            } else if (resting) {
                reopen();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private void openCurrent(Path generation) {
        try {
            SearchIndex index = SearchIndex.open(generation, opener);
            answering = index;
            rebuildWanted = isStale(index.standing());
            whole = !rebuildWanted;
        } catch (DamagedIndexException e) {
            LOG.warn("The index is built anew, because it could not be read: {}", cause(e));
            rebuildWanted = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isStale(Standing standing) {
        return !log.epoch().get().equals(standing.epoch())
                || log.isPruned().test(standing.position());
    }

    private void reopen() {
        if (System.nanoTime() - restUntil < 0) {
            throw new IllegalStateException("The index cannot be written just now.");
        }
        SearchIndex halted = answering;
        if (halted != null) {
            openAgain(halted);
        }
        resting = false;
        LOG.info("The index can be written again.");
    }

    /// A generation that was still being built is not worth it: it starts anew.
    private void openAgain(SearchIndex halted) {
        if (whole) {
            try {
                openCurrent(halted.folder());
            } catch (UncheckedIOException e) {
                rest(e);
                throw e;
            }
        }
        if (answering == halted) {
            answering = null;
            rebuildWanted = true;
        }
        IOUtils.closeWhileHandlingException(halted);
    }

    private static String cause(Throwable e) {
        return String.valueOf(e.getCause());
    }

    /// Not open, or of another epoch, or pruned away from under it, or damaged.
    boolean wantsRebuild() {
        lock.lock();
        try {
            return opened && !resting && rebuildWanted && building == null;
        } finally {
            lock.unlock();
        }
    }

    void wantRebuild() {
        lock.lock();
        try {
            rebuildWanted = true;
        } finally {
            lock.unlock();
        }
    }

    /// Begins a new generation. It follows the change log from now on; [#build] brings in what was
    /// there before.
    void beginBuilding() {
        lock.lock();
        try {
            SearchIndex current = answering;
            Standing from =
                    current != null && !isStale(current.standing())
                            ? current.standing()
                            : new Standing(log.epoch().get(), log.horizon().get(), List.of());
            SearchIndex next = SearchIndex.create(folder.next(), opener, from);
            building = next;
            rebuildWanted = false;
            if (current == null) {
                answering = next;
                whole = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /// Reads rows and writes them into the new generation in one step, so that no change comes
    /// between the two; false when there is no new generation any more.
    boolean build(Supplier<List<Indexable>> rows) {
        lock.lock();
        try {
            SearchIndex next = building;
            if (next == null) {
                return false;
            }
            next.update(rows.get());
            if (next == answering) {
                next.refresh();
            }
            return true;
        } catch (IOException | AlreadyClosedException e) {
            fail(e);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// The new generation answers from now on.
    boolean finishBuilding() {
        lock.lock();
        try {
            SearchIndex next = building;
            if (next == null) {
                return false;
            }
            next.refresh();
            next.commit();
            folder.publish(next.folder());
            SearchIndex old = answering;
            answering = next;
            building = null;
            whole = true;
            rest = FIRST_REST;
            if (old != null && old != next) {
                IOUtils.closeWhileHandlingException(old);
            }
            folder.keepOnly(List.of(next.folder()));
            moved.signalAll();
            return true;
        } catch (IOException | AlreadyClosedException e) {
            fail(e);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Forgets the new generation; another is wanted.
    void giveUpBuilding() {
        lock.lock();
        try {
            SearchIndex next = building;
            if (next != null) {
                building = null;
                rebuildWanted = true;
                if (answering == next) {
                    answering = null;
                }
                IOUtils.closeWhileHandlingException(next);
            }
        } finally {
            lock.unlock();
        }
    }

    Position position() {
        return following().position();
    }

    /// How far the index has come that follows the log.
    Standing following() {
        lock.lock();
        try {
            SearchIndex index = building != null ? building : answering;
            if (index == null) {
                throw new IllegalStateException("The index is not open.");
            }
            return index.standing();
        } finally {
            lock.unlock();
        }
    }

    /// Reads rows and takes them in, and stands where `reached` says. While the index rests it
    // takes
    /// in nothing and stays where it is; its follower then asks for the position again.
    void take(Supplier<Batch> rows, Standing reached) {
        lock.lock();
        try {
            if (resting) {
                return;
            }
            Batch batch = rows.get();
            for (SearchIndex index : targets()) {
                index.update(batch.present());
                index.delete(batch.gone());
                if (index.standing().epoch().equals(reached.epoch())) {
                    index.reached(reached);
                }
                index.refresh();
            }
            commitWhenDue();
            rest = FIRST_REST;
            moved.signalAll();
        } catch (IOException | AlreadyClosedException e) {
            fail(e);
        } finally {
            lock.unlock();
        }
    }

    /// Makes durable what has been taken in, at most once a second.
    void settle() {
        lock.lock();
        try {
            if (!resting) {
                commitWhenDue();
            }
        } catch (IOException | AlreadyClosedException e) {
            fail(e);
        } finally {
            lock.unlock();
        }
    }

    private void commitWhenDue() throws IOException {
        SearchIndex index = answering;
        if (index != null && index != building) {
            index.commitWhenDue();
        }
    }

    private List<SearchIndex> targets() {
        return Stream.of(Optional.ofNullable(answering), Optional.ofNullable(building))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /// A writer that failed is closed by Lucene; whatever was committed stays.
    private void fail(Exception e) {
        LOG.error("The index cannot be written; what it holds goes on answering.", e);
        for (SearchIndex index : targets()) {
            index.halt();
        }
        if (building != null) {
            building = null;
            rebuildWanted = true;
        }
        rest(e);
    }

    private void rest(Exception e) {
        if (isDamage(e)) {
            rebuildWanted = true;
        }
        resting = true;
        restUntil = System.nanoTime() + rest.toNanos();
        rest =
                rest.multipliedBy(2).compareTo(LONGEST_REST) > 0
                        ? LONGEST_REST
                        : rest.multipliedBy(2);
        moved.signalAll();
    }

    private static boolean isDamage(Exception e) {
        return e instanceof CorruptIndexException || e.getCause() instanceof CorruptIndexException;
    }

    /// Everything there is can be found, as far as the log was followed.
    boolean isWhole() {
        return whole && !resting;
    }

    /// Waits until what was written at this place can be found; false when it could not be waited
    /// for.
    boolean await(Position position, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (left > 0 && opened && !resting && !hasReached(position)) {
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
        return index != null && index.standing().position().compareTo(position) >= 0;
    }

    /// Absent before there is anything to ask.
    <T> Optional<T> read(Reading<T> work) {
        try {
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
        } catch (CorruptIndexException e) {
            wantRebuild();
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same; where this process has not opened the index, what another one committed last.
    <T> Optional<T> readHereOrFromDisk(Reading<T> work) {
        if (answering != null) {
            return read(work);
        }
        try {
            Optional<Path> current = folder.current();
            if (current.isEmpty()) {
                return Optional.empty();
            }
            try (Directory directory = opener.open(current.get());
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                return Optional.of(work.with(reader));
            }
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

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            SearchIndex index = answering;
            if (index != null && whole && !resting) {
                index.commit();
            }
            abandon();
        } finally {
            lock.unlock();
        }
    }

    /// Forgets what was not committed, as the end of the process would.
    void abandon() throws IOException {
        lock.lock();
        try {
            var all = new ArrayList<Closeable>(targets());
            answering = null;
            building = null;
            opened = false;
            all.add(folder);
            IOUtils.close(all);
        } finally {
            lock.unlock();
        }
    }
}
