package rounds.search;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The index that answers, and at times the one that will take its place. Only [IndexKeeper] comes
/// here, one thread at a time.
final class Generations {
    private static final Logger LOG = LoggerFactory.getLogger("rounds.search");

    private final IndexFolder folder;
    private final SearchIndex.Opener opener;
    private final IndexKeeper.Log log;
    private final LiveIndex live;
    private @Nullable SearchIndex answering;
    private @Nullable SearchIndex building;
    private boolean rebuildWanted;

    Generations(Path home, SearchIndex.Opener opener, IndexKeeper.Log log, LiveIndex live) {
        this.folder = new IndexFolder(home);
        this.opener = opener;
        this.log = log;
        this.live = live;
    }

    void open() throws IOException {
        folder.lock();
        Optional<Path> current = folder.current();
        folder.keepOnly(current.stream().toList());
        if (current.isPresent()) {
            open(current.get());
        }
        rebuildWanted |= answering == null;
    }

    private void open(Path generation) throws IOException {
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

    /// Opens what was committed last in place of the one that was halted; that one answers
    /// meanwhile.
    void openAgain() throws IOException {
        SearchIndex halted = answering;
        answering = null;
        try {
            // One that was still being built has nothing on disk to go on from.
            Optional<Path> current = folder.current();
            if (halted != null && current.equals(Optional.of(halted.folder()))) {
                open(halted.folder());
            }
        } catch (IOException e) {
            answering = halted;
            throw e;
        }
        if (answering == null) {
            rebuildWanted = true;
            live.answerWith(null, false);
        }
        IOUtils.closeWhileHandlingException(halted);
    }

    boolean wantsRebuild() {
        return building == null && (rebuildWanted || live.isDamaged());
    }

    void wantRebuild() {
        rebuildWanted = true;
    }

    /// Begins one that follows the change log from where the other stands, or from now.
    void begin() throws IOException {
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
    }

    @Nullable SearchIndex building() {
        return building;
    }

    boolean isAnswering(SearchIndex index) {
        return index == answering;
    }

    /// The one that was being built answers from now on.
    void publish(SearchIndex next) throws IOException {
        next.refresh();
        next.commit();
        folder.publish(next.folder());
        SearchIndex old = answering;
        answering = next;
        building = null;
        live.answerWith(next, true);
        if (old != next) {
            IOUtils.closeWhileHandlingException(old);
        }
        folder.keepOnly(List.of(next.folder()));
    }

    /// Forgets the one that was being built.
    void giveUp() {
        SearchIndex next = building;
        building = null;
        rebuildWanted = true;
        if (next != null && next == answering) {
            answering = null;
            live.answerWith(null, false);
        }
        IOUtils.closeWhileHandlingException(next);
    }

    /// Those that take in what changes.
    List<SearchIndex> all() {
        return Stream.of(Optional.ofNullable(answering), Optional.ofNullable(building))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /// The one that follows the log; absent before there is any.
    Optional<SearchIndex> following() {
        return Optional.ofNullable(building != null ? building : answering);
    }

    /// The one that is whole on the disk; absent while the first is being built.
    Optional<SearchIndex> committing() {
        return Optional.ofNullable(answering != building ? answering : null);
    }

    /// A writer that failed is closed; whatever was committed stays, and what could be found last
    /// can still be found.
    void halt(Exception cause) {
        all().forEach(SearchIndex::halt);
        rebuildWanted |= building != null || isDamage(cause);
        building = null;
        live.answerWith(answering, false);
    }

    private static boolean isDamage(Exception e) {
        return e instanceof CorruptIndexException || e.getCause() instanceof CorruptIndexException;
    }

    /// What was committed last, by this process or another.
    <T> Optional<T> readFromDisk(LiveIndex.Reading<T> work) throws IOException {
        Optional<Path> current = folder.current();
        if (current.isEmpty()) {
            return Optional.empty();
        }
        try (Directory directory = opener.open(current.get());
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return Optional.of(work.with(reader));
        }
    }

    void abandon() throws IOException {
        var all = new ArrayList<Closeable>(all());
        all.add(folder);
        answering = null;
        building = null;
        live.answerWith(null, false);
        IOUtils.close(all);
    }
}
