package rounds.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.ContentType;

import java.time.Duration;
import java.util.List;

/// Builds the index anew from all rows, while the old one answers and the change log is followed.
@Singleton
class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger("rounds.search");
    private static final int STEP = 500;
    private static final int MOST_LEFT_OUT = 5;
    private static final long TRY_AGAIN = Duration.ofSeconds(5).toNanos();
    private static final long LOOK_EVERY = Duration.ofSeconds(5).toNanos();

    private final IndexKeeper index;
    private final IndexKeeper.Log log;
    private final Contents contents;
    private volatile @Nullable Thread running;
    private long looked = System.nanoTime();
    private volatile long failed;
    private volatile boolean stopped;

    Rebuild(IndexKeeper index, IndexKeeper.Log log, Contents contents) {
        this.index = index;
        this.log = log;
        this.contents = contents;
    }

    /// Starts on a thread of its own, unless nothing is wanted or it runs already.
    synchronized void startWhenWanted() {
        boolean alive = running != null && running.isAlive();
        boolean tired = failed != 0 && System.nanoTime() - failed < TRY_AGAIN;
        if (!alive && !tired && index.wantsRebuild()) {
            index.beginBuilding();
            running = Thread.ofVirtual().name("rebuild-index").start(this::runInBackground);
        }
    }

    /// After a restore from a copy, or when somebody asked all nodes for a new index.
    void lookForNewEpoch() {
        if (System.nanoTime() - looked < LOOK_EVERY) {
            return;
        }
        looked = System.nanoTime();
        if (!log.epoch().get().equals(index.following().epoch())) {
            index.wantRebuild();
        }
    }

    /// Whether nothing is being built any more; waits a while for it.
    boolean await() {
        Thread thread = running;
        try {
            return thread == null || (thread.join(Duration.ofMillis(20)) && !index.wantsRebuild());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void runInBackground() {
        try {
            run(Progress.SILENT);
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warn("The index could not be built; it is tried again.", e);
                index.giveUpBuilding();
                failed = System.nanoTime();
            }
        }
    }

    /// Brings everything into the generation that was begun; the number of contents.
    long run(Progress progress) {
        long started = System.nanoTime();
        long all = 0;
        for (ContentType type : contents.types()) {
            all += build(type, progress);
        }
        if (stopped || !index.finishBuilding()) {
            throw new IllegalStateException("The index could not be finished.");
        }
        if (all > 0) {
            LOG.info(
                    "The index was built anew: {} contents in {} s.",
                    all,
                    Duration.ofNanos(System.nanoTime() - started).toSeconds());
        }
        return all;
    }

    private long build(ContentType type, Progress progress) {
        long done = 0;
        List<Long> ids = contents.idsAfter(type, Long.MIN_VALUE, STEP);
        while (!ids.isEmpty() && !stopped) {
            if (!bringIn(type, ids)) {
                break;
            }
            done += ids.size();
            progress.at(type, done);
            ids = contents.idsAfter(type, ids.getLast(), STEP);
        }
        return done;
    }

    private boolean bringIn(ContentType type, List<Long> ids) {
        try {
            return index.build(() -> contents.indexable(type, ids));
        } catch (RuntimeException e) {
            LOG.warn("{} contents could not be indexed together; one by one now.", ids.size(), e);
            return oneByOne(type, ids);
        }
    }

    /// One row that cannot be indexed keeps the others from nothing; many are not the rows' fault.
    private boolean oneByOne(ContentType type, List<Long> ids) {
        int failed = 0;
        for (Long id : ids) {
            try {
                if (!index.build(() -> contents.indexable(type, List.of(id)))) {
                    return false;
                }
            } catch (RuntimeException e) {
                LOG.error("The {} {} could not be indexed and is left out.", type.code(), id, e);
                if (++failed > MOST_LEFT_OUT) {
                    throw e;
                }
            }
        }
        return true;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        Thread thread = running;
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }
}
