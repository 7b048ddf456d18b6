package rounds.platform.changes;

import jakarta.inject.Singleton;

import rounds.kernel.Change;
import rounds.kernel.Position;
import rounds.platform.database.Transactions;

import java.util.List;

/// Reads the change log, in order and without a gap. See DESIGN.md §3 for why "id greater than the
/// last" would lose changes.
@Singleton
public class ChangeLog {
    /// Whoever has so much before it is far behind; nobody needs to know how far.
    public static final int MOST_COUNTED = 10_000;

    private static final int HEARD_OF_MINUTES = 5;

    private final SystemChangeRepository rows;
    private final Transactions transactions;

    ChangeLog(SystemChangeRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// The next changes after this position, at most `limit`.
    public List<Change> after(Position position, int limit) {
        return transactions.system(() ->
                rows.after(position.transaction(), position.id(), limit).stream()
                        .map(ChangeRow::change)
                        .toList());
    }

    /// Whoever reads all rows of the database after asking this has every change before it, and
    /// follows from here.
    public Position horizon() {
        return new Position(transactions.system(rows::horizon), 0);
    }

    /// Another epoch than the one an index was built in: start that index anew.
    public String epoch() {
        return transactions.system(rows::epoch);
    }

    /// Whether changes after this position have already been pruned: whoever stands there has to
    /// start anew.
    public boolean isPruned(Position position) {
        return transactions.system(() -> rows.isPruned(position.transaction(), position.id()));
    }

    /// Where the consumers of all nodes stand that were heard of in the last five minutes.
    public List<Following> followings() {
        return transactions.system(() -> rows.followings(HEARD_OF_MINUTES, MOST_COUNTED));
    }
}
