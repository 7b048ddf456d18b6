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
    private static final long LOOK_EVERY = Duration.ofSeconds(5).toNanos();

    private final LiveIndex index;
    private final LiveIndex.Log log;
    private final Contents contents;
    private volatile @Nullable Thread running;
    private long looked = System.nanoTime();
    private volatile boolean stopped;

    Rebuild(LiveIndex index, LiveIndex.Log log, Contents contents) {
        this.index = index;
        this.log = log;
        this.contents = contents;
    }

    /// Starts on a thread of its own, unless nothing is wanted or it runs already.
    synchronized void startWhenWanted() {
        boolean alive = running != null && running.isAlive();
        if (!alive && index.wantsRebuild()) {
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
            return thread == null || thread.join(Duration.ofMillis(20)) && !index.wantsRebuild();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void runInBackground() {
        try {
            run(Progress.SILENT);
        } catch (RuntimeException e) {
            LOG.warn("The index could not be built; it is tried again.", e);
            index.giveUpBuilding();
        }
    }

    /// Brings everything into the generation that was begun; the number of contents.
    long run(Progress progress) {
        long started = System.nanoTime();
        long all = 0;
        for (ContentType type : contents.types()) {
            all += build(type, progress);
        }
        if (!stopped && index.finishBuilding()) {
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
            List<Long> step = ids;
            if (!index.build(() -> contents.indexable(type, step))) {
                break;
            }
            done += ids.size();
            progress.at(type, done);
            ids = contents.idsAfter(type, ids.getLast(), STEP);
        }
        return done;
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
