package rounds.platform.changes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.Position;
import rounds.kernel.What;

import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Writes into the change log, inside the transaction that makes the change.
@Singleton
public class Changes {
    /// Longer than any search waits for its own author's words.
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final ChangeRepository asViewer;
    private final SystemChangeRepository asSystem;
    private final TransactionOperations<Connection> app;
    private final TransactionOperations<Connection> system;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Cache<Long, Position> newest =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(10_000).build();

    Changes(
            ChangeRepository asViewer,
            SystemChangeRepository asSystem,
            TransactionOperations<Connection> app,
            @Named("system") TransactionOperations<Connection> system) {
        this.asViewer = asViewer;
        this.asSystem = asSystem;
        this.app = app;
        this.system = system;
    }

    /// Says that this person changed this content. Needs the person's running transaction.
    public void append(long personId, ContentRef content, What what) {
        Position position =
                asViewer.append(content.type().code(), content.id(), what.code()).position();
        app.findTransactionStatus()
                .orElseThrow()
                .registerSynchronization(
                        afterCommit(() -> {
                            newest.asMap().merge(personId, position, Changes::later);
                            wake();
                        }));
    }

    /// The same for changes that no person made: import, jobs. One row each; needs the system's
    /// running transaction.
    public void appendAll(Collection<ContentRef> contents, What what) {
        if (contents.isEmpty()) {
            return;
        }
        asSystem.appendAll(
                contents.stream().map(content -> content.type().code()).toArray(String[]::new),
                contents.stream().map(ContentRef::id).toArray(Long[]::new),
                what.code());
        system.findTransactionStatus()
                .orElseThrow()
                .registerSynchronization(afterCommit(this::wake));
    }

    /// The newest change this person committed on this node a moment ago: her own search waits for
    /// it.
    public Optional<Position> lastWriteOf(long personId) {
        return Optional.ofNullable(newest.getIfPresent(personId));
    }

    /// Called after each commit that changed something on this node.
    void onCommit(Runnable listener) {
        listeners.add(listener);
    }

    private void wake() {
        listeners.forEach(Runnable::run);
    }

    private static Position later(Position one, Position other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static TransactionSynchronization afterCommit(Runnable work) {
        return new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        };
    }
}
