package rounds.platform.changes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.Change;
import rounds.kernel.ChangeConsumer;
import rounds.kernel.Position;
import rounds.platform.database.Transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One consumer's way along the change log: reads on when woken by a commit on this node, and in
/// any case every 150 ms, since other nodes wake nobody here.
///
/// A change after a quiet moment is taken in at once. While many people write, what comes within 40
/// ms is taken in together: a step costs nearly the same for one change as for fifty.
final class Follower implements Runnable {
    static final Logger LOG = LoggerFactory.getLogger("rounds.changes");

    private static final int BATCH = 500;
    private static final long POLL_MS = 150;
    private static final long GATHER_NANOS = Duration.ofMillis(40).toNanos();
    private static final int TRIES = 10;
    private static final Duration REPORT_EVERY = Duration.ofSeconds(30);

    private final ChangeConsumer consumer;
    private final ChangeLog log;
    private final SystemChangeRepository rows;
    private final Transactions transactions;
    private final String node;
    private final Semaphore signal = new Semaphore(0);
    private final Map<Long, Integer> tries = new HashMap<>();
    private final Set<Long> setAside = new HashSet<>();
    private Instant reported = Instant.EPOCH;
    private long stepAt = System.nanoTime() - GATHER_NANOS;
    private volatile boolean running = true;

    Follower(
            ChangeConsumer consumer,
            ChangeLog log,
            SystemChangeRepository rows,
            Transactions transactions,
            String node) {
        this.consumer = consumer;
        this.log = log;
        this.rows = rows;
        this.transactions = transactions;
        this.node = node;
    }

    void wake() {
        signal.release();
    }

    void stop() {
        running = false;
        signal.release();
    }

    @Override
    public void run() {
        while (running) {
            try {
                gather();
                boolean more = readOn();
                report();
                if (!more) {
                    consumer.idle();
                    rest();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database is away, or the consumer cannot work just now: nothing is lost, it
                // goes on from its
                // own position.
                LOG.warn(
                        "{} could not follow the change log; it goes on in a moment: {}",
                        consumer.name(),
                        e.toString());
                pause();
            }
        }
    }

    private void gather() throws InterruptedException {
        long left = stepAt + GATHER_NANOS - System.nanoTime();
        if (running && left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /// Takes in the next changes; false when there were none.
    boolean readOn() {
        stepAt = System.nanoTime();
        List<Change> batch =
                log.after(consumer.position(), BATCH + setAside.size()).stream()
                        .filter(change -> !setAside.contains(change.position().id()))
                        .toList();
        if (batch.isEmpty()) {
            return false;
        }
        if (batch.size() >= BATCH) {
            stepAt -= GATHER_NANOS; // Much to catch up with: no time to lose.
        }
        try {
            consumer.handle(batch);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} could not take in {} changes together; one by one now.",
                    consumer.name(),
                    batch.size(),
                    e);
            oneByOne(batch);
        }
        return true;
    }

    private void oneByOne(List<Change> batch) {
        for (Change change : batch) {
            try {
                consumer.handle(List.of(change));
                tries.remove(change.position().id());
            } catch (RuntimeException e) {
                int tried = tries.merge(change.position().id(), 1, Integer::sum);
                if (tried < TRIES) {
                    pause();
                    return;
                }
                setAside(change, e);
            }
        }
    }

    private void setAside(Change change, RuntimeException cause) {
        LOG.error(
                "{} sets aside a change of {} after {} tries.",
                consumer.name(),
                change.content(),
                TRIES,
                cause);
        Position position = change.position();
        transactions.<Void>system(() -> {
            rows.setAside(
                    consumer.name(),
                    change.content().type().code(),
                    change.content().id(),
                    change.what().code(),
                    position.transaction(),
                    position.id(),
                    cause.toString());
            return null;
        });
        setAside.add(position.id());
        tries.remove(position.id());
    }

    private void report() {
        if (reported.plus(REPORT_EVERY).isAfter(Instant.now())) {
            return;
        }
        Position position = consumer.position();
        transactions.<Void>system(() -> {
            rows.report(node, consumer.name(), position.transaction(), position.id());
            return null;
        });
        reported = Instant.now();
    }

    private void rest() throws InterruptedException {
        if (signal.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
