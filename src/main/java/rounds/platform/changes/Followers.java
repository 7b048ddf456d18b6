package rounds.platform.changes;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ChangeConsumer;
import rounds.platform.database.Transactions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Lets each consumer follow the change log on a virtual thread of its own while the server runs,
/// or while a command does that runs without one.
@Singleton
public class Followers implements ApplicationEventListener<ServerStartupEvent> {
    /// Changes are kept so long after everybody has read them, for whoever looks into a failure.
    private static final int KEPT_DAYS = 7;

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);

    private final List<ChangeConsumer> consumers;
    private final ChangeLog log;
    private final Changes changes;
    private final SystemChangeRepository rows;
    private final Transactions transactions;
    private final boolean enabled;
    private final String node = UUID.randomUUID().toString();
    private final List<Follower> followers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Thread pruner;

    Followers(
            List<ChangeConsumer> consumers,
            ChangeLog log,
            Changes changes,
            SystemChangeRepository rows,
            Transactions transactions,
            @Value("${rounds.followers:true}") boolean enabled) {
        this.consumers = consumers;
        this.log = log;
        this.changes = changes;
        this.rows = rows;
        this.transactions = transactions;
        this.enabled = enabled;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (enabled) {
            start();
        }
    }

    /// For a command that runs without a server.
    public void start() {
        for (ChangeConsumer consumer : consumers) {
            Follower follower = new Follower(consumer, log, rows, transactions, node);
            changes.onCommit(follower::wake);
            followers.add(follower);
            threads.add(Thread.ofVirtual().name("follow-" + consumer.name()).start(follower));
        }
        pruner = Thread.ofVirtual().name("prune-changes").start(this::pruneNowAndThen);
    }

    /// Waits until every consumer has taken in all changes that are there now. One that cannot work
    /// at present is waited for.
    public void awaitAll() throws InterruptedException {
        for (ChangeConsumer consumer : consumers) {
            while (!hasReadAll(consumer)) {
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    private boolean hasReadAll(ChangeConsumer consumer) {
        try {
            return log.after(consumer.position(), 1).isEmpty();
        } catch (RuntimeException e) {
            Follower.LOG.debug("{} is not ready", consumer.name(), e);
            return false;
        }
    }

    @PreDestroy
    void stop() {
        // Not interrupted: that would cut a connection in the middle of a statement.
        followers.forEach(Follower::stop);
        if (pruner != null) {
            pruner.interrupt();
        }
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        forget();
    }

    // So that nobody takes a node that was stopped for one that lags.
    private void forget() {
        try {
            transactions.runAsSystem(() -> rows.forget(node));
        } catch (RuntimeException e) {
            Follower.LOG.debug("The place in the change log stays noted for a day.", e);
        }
    }

    private void pruneNowAndThen() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(PRUNE_EVERY);
                transactions.system(() -> {
                    rows.movePruned(KEPT_DAYS);
                    return rows.prune();
                });
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                Follower.LOG.warn(
                        "Could not prune the change log; it is tried again in an hour.", e);
            }
        }
    }
}
