package rounds.platform.database;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.Supplier;

/// The one way into the database. Every transaction says first who is asking, and the database
/// shows that viewer what she may see: a query that forgets to filter shows too little of nothing,
/// not too much.
///
/// A transaction inside another of the same viewer joins it; one of another viewer, or of the
/// system inside a viewer's, is a mistake of ours and refused. Nothing slow belongs inside: no
/// mail, no file, no index.
@Singleton
public class Transactions {
    private static final TransactionDefinition READ = TransactionDefinition.READ_ONLY;
    private static final TransactionDefinition WRITE = TransactionDefinition.DEFAULT;
    private static final ScopedValue<Entered> ENTERED = ScopedValue.newInstance();

    /// Who has entered the running transaction; `viewer` is absent for the system.
    private record Entered(@Nullable Viewer viewer, boolean writes) {}

    private final TransactionOperations<Connection> app;
    private final TransactionOperations<Connection> system;
    private final Gate gate;

    Transactions(
            TransactionOperations<Connection> app,
            @Named("system") TransactionOperations<Connection> system,
            Gate gate) {
        this.app = app;
        this.system = system;
        this.gate = gate;
    }

    /// Reads as this viewer.
    public <T extends @Nullable Object> T read(Viewer viewer, Supplier<T> work) {
        return within(viewer, false, work);
    }

    /// Reads and writes as this person; all of it or nothing.
    public <T extends @Nullable Object> T write(Viewer.SignedIn viewer, Supplier<T> work) {
        return within(viewer, true, work);
    }

    /// The same for work of which nothing comes back.
    public void run(Viewer.SignedIn viewer, Runnable work) {
        this.<@Nullable Void>write(
                viewer,
                () -> {
                    work.run();
                    return null;
                });
    }

    /// Reads and writes in the name of somebody who is not here, because she asked for it before:
    /// what she planned. The wall shows what she may see at this moment.
    ///
    /// @throws ProblemException that her session has ended, if her account is suspended
    public <T extends @Nullable Object> T inTheNameOf(Viewer.SignedIn absent, Supplier<T> work) {
        if (ENTERED.isBound()) {
            throw new IllegalStateException("Nobody's transaction may become another's.");
        }
        return gate.pass(() ->
                ScopedValue.where(ENTERED, new Entered(absent, true))
                        .call(() ->
                                app.execute(
                                        WRITE,
                                        status -> {
                                            enterFor(status.getConnection(), absent);
                                            return work.get();
                                        })));
    }

    /// Reads and writes as the system's own role, which sees every row: accounts, index, mail,
    /// import. Nothing that a viewer asked to see may come from here.
    public <T extends @Nullable Object> T system(Supplier<T> work) {
        if (ENTERED.isBound()) {
            if (ENTERED.get().viewer() == null) {
                return work.get();
            }
            throw new IllegalStateException(
                    "The system's work cannot run inside a viewer's transaction.");
        }
        return ScopedValue.where(ENTERED, new Entered(null, true))
                .call(() -> system.execute(WRITE, _ -> work.get()));
    }

    /// The same for work of which nothing comes back.
    public void runAsSystem(Runnable work) {
        this.<@Nullable Void>system(() -> {
            work.run();
            return null;
        });
    }

    private <T extends @Nullable Object> T within(Viewer viewer, boolean writes, Supplier<T> work) {
        if (ENTERED.isBound()) {
            Entered entered = ENTERED.get();
            if (!viewer.equals(entered.viewer()) || (writes && !entered.writes())) {
                throw new IllegalStateException("Already inside a transaction of another kind.");
            }
            return work.get();
        }
        return gate.pass(() ->
                ScopedValue.where(ENTERED, new Entered(viewer, writes))
                        .call(() ->
                                app.execute(
                                        writes ? WRITE : READ,
                                        status -> {
                                            enter(status.getConnection(), viewer);
                                            return work.get();
                                        })));
    }

    private static void enterFor(Connection connection, Viewer absent) {
        try (PreparedStatement statement = connection.prepareStatement("select enter_for(?)")) {
            statement.setLong(1, absent.personId());
            requireEntered(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not enter the database.", e);
        }
    }

    private static void requireEntered(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            if (!result.getBoolean(1)) {
                throw new ProblemException(new Problem.SessionEnded());
            }
        }
    }

    private static void enter(Connection connection, Viewer viewer) {
        String sql =
                viewer instanceof Viewer.FeedReader
                        ? "select enter_feed(?, ?)"
                        : "select enter(?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, viewer.personId());
            switch (viewer) {
                case Viewer.FeedReader reader ->
                        statement.setBytes(2, HexFormat.of().parseHex(reader.keyHash()));
                case Viewer.Visitor _ -> {
                    statement.setLong(2, 0);
                    statement.setInt(3, 0);
                }
                case Viewer.SignedIn person -> {
                    statement.setLong(2, person.sessionId());
                    statement.setInt(3, person.authVersion());
                }
            }
            requireEntered(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not enter the database.", e);
        }
    }
}
