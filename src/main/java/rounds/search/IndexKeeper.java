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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

    @FunctionalInterface
    private interface Writing<T> {
        T run() throws IOException;
    }

    private final IndexFolder folder;
    private final SearchIndex.Opener opener;
    private final Log log;
    private final LiveIndex live;
    private final Backoff backoff = new Backoff();

    // Fair, so that a build does not keep the newest changes waiting.
    private final ReentrantLock lock = new ReentrantLock(true);
    private @Nullable SearchIndex answering;
    private @Nullable SearchIndex building;
    private boolean opened;
    private boolean rebuildWanted;

    IndexKeeper(Path home, SearchIndex.Opener opener, Log log, LiveIndex live) {
        this.folder = new IndexFolder(home);
        this.opener = opener;
        this.log = log;
        this.live = live;
    }

    private <T> T locked(Writing<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /// The same for work that a full or broken disk may stop: then everything rests, and `instead`
    /// is the answer.
    private <T> T resting(T instead, Writing<T> work) {
        return locked(() -> {
            try {
                return work.run();
            } catch (IOException | AlreadyClosedException e) {
                fail(e);
                return instead;
            }
        });
    }

    /// Opens what is there, or opens it again after trouble.
    ///
    /// @throws IllegalStateException while it rests
    void open() {
        locked(() -> {
            if (!opened) {
                openFirst();
            } else if (backoff.isResting()) {
                openAgain();
            }
            return opened;
        });
    }

    private void openFirst() throws IOException {
        folder.lock();
        Optional<Path> current = folder.current();
        folder.keepOnly(current.stream().toList());
        if (current.isPresent()) {
            openGeneration(current.get());
        }
        rebuildWanted |= answering == null;
        opened = true;
    }

    private void openGeneration(Path generation) throws IOException {
        try {
            SearchIndex index = SearchIndex.open(generation, opener);
            answering = index;
            rebuildWanted |= isStale(index.standing());
            live.answerWith(index, !isStale(index.standing()));
        } catch (DamagedIndexException e) {
            LOG.warn(
                    "The index is built anew, because it could not be read: {}",
                    String.valueOf(e.getCause()));
        }
    }

    private boolean isStale(Standing standing) {
        return !log.epoch().get().equals(standing.epoch())
                || log.isPruned().test(standing.position());
    }

    private void openAgain() throws IOException {
        if (!backoff.isOver()) {
            throw new IllegalStateException("The index cannot be written just now.");
        }
        SearchIndex halted = answering;
        answering = null;
        try {
            // One that was still being built has nothing on disk to go on from.
            Optional<Path> current = folder.current();
            if (halted != null && current.equals(Optional.of(halted.folder()))) {
                openGeneration(halted.folder());
            }
        } catch (IOException e) {
            answering = halted;
            backoff.rest();
            throw e;
        }
        backoff.end();
        if (answering == null) {
            rebuildWanted = true;
            live.answerWith(null, false);
        }
        IOUtils.closeWhileHandlingException(halted);
        LOG.info("The index can be written again.");
    }

    /// Missing, or of another epoch, or pruned away from under it, or damaged, or asked for.
    boolean wantsRebuild() {
        return locked(() ->
                opened
                        && !backoff.isResting()
                        && building == null
                        && (rebuildWanted || live.isDamaged()));
    }

    void wantRebuild() {
        locked(() -> rebuildWanted = true);
    }

    /// Begins a new generation. It follows the change log from now on; [#build] brings in what was
    /// there before.
    void beginBuilding() {
        locked(() -> {
            SearchIndex current = answering;
            Standing from =
                    current != null && !isStale(current.standing())
                            ? current.standing()
                            : new Standing(log.epoch().get(), log.horizon().get(), List.of());
            building = SearchIndex.create(folder.next(), opener, from);
            rebuildWanted = false;
            if (current == null) {
                answering = building;
                live.answerWith(building, false);
            }
            return from;
        });
    }

    /// Reads rows and writes them into the new generation in one step, so that no change comes
    /// between the two; false when there is no new generation any more.
    boolean build(Supplier<List<Indexable>> rows) {
        return resting(
                false,
                () -> {
                    SearchIndex next = building;
                    if (next == null) {
                        return false;
                    }
                    next.update(rows.get());
                    if (next == answering) {
                        next.refreshNowAndThen();
                    }
                    return true;
                });
    }

    /// The new generation answers from now on.
    boolean finishBuilding() {
        return resting(
                false,
                () -> {
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
                    backoff.forget();
                    live.answerWith(next, true);
                    if (old != next) {
                        IOUtils.closeWhileHandlingException(old);
                    }
                    folder.keepOnly(List.of(next.folder()));
                    return true;
                });
    }

    /// Forgets the new generation; another is wanted.
    void giveUpBuilding() {
        locked(() -> {
            SearchIndex next = building;
            building = null;
            rebuildWanted = true;
            if (next != null && next == answering) {
                answering = null;
                live.answerWith(null, false);
            }
            IOUtils.closeWhileHandlingException(next);
            return rebuildWanted;
        });
    }

    /// How far the index has come that follows the log.
    Standing following() {
        return locked(() -> {
            SearchIndex index = building != null ? building : answering;
            if (index == null) {
                throw new IllegalStateException("The index is not open.");
            }
            return index.standing();
        });
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
                    for (SearchIndex index : targets()) {
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
                    commitWhenDue();
                    backoff.forget();
                    live.tell();
                    return true;
                });
    }

    /// Makes findable and durable what has been taken in; the latter at most once a second.
    void settle() {
        resting(
                false,
                () -> {
                    if (!backoff.isResting()) {
                        for (SearchIndex index : targets()) {
                            index.refresh();
                        }
                        commitWhenDue();
                        live.tell();
                    }
                    return true;
                });
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

    /// A writer that failed is closed; whatever was committed stays, and what could be found last
    /// can still be found.
    private void fail(Exception e) {
        LOG.error("The index cannot be written; what it holds goes on answering.", e);
        targets().forEach(SearchIndex::halt);
        rebuildWanted |= building != null || isDamage(e);
        building = null;
        backoff.rest();
        live.answerWith(answering, false);
    }

    private static boolean isDamage(Exception e) {
        return e instanceof CorruptIndexException || e.getCause() instanceof CorruptIndexException;
    }

    /// The index as it can be found; where this process has not opened it, what another one
    /// committed last.
    <T> Optional<T> readHereOrFromDisk(LiveIndex.Reading<T> work) {
        if (live.isOpen()) {
            return live.read(work);
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

    @Override
    public void close() {
        locked(() -> {
            SearchIndex index = answering;
            if (index != null && index != building && !backoff.isResting()) {
                index.commit();
            }
            return opened;
        });
        abandon();
    }

    /// Forgets what was not committed, as the end of the process would.
    void abandon() {
        locked(() -> {
            var all = new ArrayList<Closeable>(targets());
            all.add(folder);
            answering = null;
            building = null;
            opened = false;
            live.answerWith(null, false);
            IOUtils.close(all);
            return opened;
        });
    }
}
