package rounds.search;

import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.ContentRef;
import rounds.kernel.Indexable;
import rounds.kernel.Position;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Writes the index that answers, and at times the one that will take its place: what changes goes
/// into both. When nothing can be written (a full disk), the last state goes on answering and
/// nothing moves until it can be written again: nobody's posting ever waits for it.
final class IndexKeeper implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger("rounds.search");

    /// More than this taken in at once is not the newest post that somebody waits for.
    private static final int MUCH = 250;

    /// What the index has to know of the change log it follows.
    record Log(Supplier<String> epoch, Supplier<Position> horizon, Predicate<Position> isPruned) {}

    /// Rows as they are now: these belong into the index, and those out of it.
    record Batch(List<Indexable> present, List<ContentRef> gone) {
        int size() {
            return present.size() + gone.size();
        }
    }

    private final Generations generations;
    private final LiveIndex live;
    private final Backoff backoff = new Backoff();

    private final IndexLock lock = new IndexLock();
    private boolean opened;

    IndexKeeper(Path home, SearchIndex.Opener opener, Log log, LiveIndex live) {
        this.generations = new Generations(home, opener, log, live);
        this.live = live;
    }

    /// Opens what is there, or opens it again after trouble.
    ///
    /// @throws IllegalStateException while it rests
    void open() {
        lock.holding(() -> {
            if (!opened) {
                generations.open();
                opened = true;
            } else if (backoff.isResting()) {
                openAgain();
            }
            return opened;
        });
    }

    private void openAgain() throws IOException {
        if (!backoff.isOver()) {
            throw new IllegalStateException("The index cannot be written just now.");
        }
        try {
            generations.openAgain();
        } catch (IOException e) {
            backoff.rest();
            throw e;
        }
        backoff.end();
        LOG.info("The index can be written again.");
    }

    /// Missing, or of another epoch, or pruned away from under it, or damaged, or asked for.
    boolean wantsRebuild() {
        return lock.holding(() -> opened && !backoff.isResting() && generations.wantsRebuild());
    }

    void wantRebuild() {
        lock.holding(() -> {
            generations.wantRebuild();
            return opened;
        });
    }

    /// Begins a new generation. It follows the change log from now on; [#build] brings in what was
    /// there before.
    void beginBuilding() {
        lock.holding(() -> {
            generations.begin();
            return opened;
        });
    }

    /// Reads rows and writes them into the new generation in one step, so that no change comes
    /// between the two; false when there is no new generation any more.
    boolean build(Supplier<List<Indexable>> rows) {
        return resting(
                false,
                () -> {
                    SearchIndex next = generations.building();
                    if (next == null) {
                        return false;
                    }
                    next.update(rows.get());
                    if (generations.isAnswering(next)) {
                        next.refreshNowAndThen();
                    }
                    return true;
                });
    }

    /// The new generation answers from now on; false when there is none any more.
    boolean finishBuilding() {
        return resting(
                false,
                () -> {
                    SearchIndex next = generations.building();
                    if (next == null) {
                        return false;
                    }
                    generations.publish(next);
                    backoff.forget();
                    return true;
                });
    }

    /// Forgets the new generation; another is wanted.
    void giveUpBuilding() {
        lock.holding(() -> {
            generations.giveUp();
            return opened;
        });
    }

    /// How far the index has come that follows the log.
    Standing following() {
        return lock.holding(() ->
                generations
                        .following()
                        .orElseThrow(() -> new IllegalStateException("The index is not open."))
                        .standing());
    }

    /// Reads rows and takes them in, and stands where `reached` says. While the index rests it
    /// takes in nothing and stays where it is; its follower then asks for the position again.
    void take(Supplier<Batch> rows, Standing reached) {
        resting(
                false,
                () -> {
                    if (backoff.isResting()) {
                        return false;
                    }
                    Batch batch = rows.get();
                    for (SearchIndex index : generations.all()) {
                        take(batch, reached, index);
                    }
                    commitWhenDue();
                    backoff.forget();
                    live.tell();
                    return true;
                });
    }

    private static void take(Batch batch, Standing reached, SearchIndex index) throws IOException {
        index.update(batch.present());
        index.delete(batch.gone());
        if (index.standing().epoch().equals(reached.epoch())) {
            index.reached(reached);
        }
        if (batch.size() >= MUCH) {
            index.refreshNowAndThen();
        } else {
            index.refresh();
        }
    }

    /// Makes findable and durable what has been taken in; the latter at most once a second.
    void settle() {
        resting(
                false,
                () -> {
                    if (!backoff.isResting()) {
                        for (SearchIndex index : generations.all()) {
                            index.refresh();
                        }
                        commitWhenDue();
                        live.tell();
                    }
                    return true;
                });
    }

    private void commitWhenDue() throws IOException {
        Optional<SearchIndex> index = generations.committing();
        if (index.isPresent()) {
            index.get().commitWhenDue();
        }
    }

    /// The index as it can be found; where this process has not opened it, what another one
    /// committed last.
    <T> Optional<T> readHereOrFromDisk(LiveIndex.Reading<T> work) {
        if (live.isOpen()) {
            return live.read(work);
        }
        try {
            return generations.readFromDisk(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lock.holding(() -> {
            Optional<SearchIndex> index = generations.committing();
            if (index.isPresent() && !backoff.isResting()) {
                index.get().commit();
            }
            return opened;
        });
        abandon();
    }

    /// Forgets what was not committed, as the end of the process would.
    void abandon() {
        lock.holding(() -> {
            opened = false;
            generations.abandon();
            return opened;
        });
    }

    /// Work that a full or broken disk may stop: then everything rests, and `instead` is the
    /// answer.
    private <T> T resting(T instead, IndexLock.Work<T> work) {
        return lock.holding(() -> {
            try {
                return work.run();
            } catch (IOException | AlreadyClosedException e) {
                LOG.error("The index cannot be written; what it holds goes on answering.", e);
                backoff.rest();
                generations.halt(e);
                return instead;
            }
        });
    }
}
