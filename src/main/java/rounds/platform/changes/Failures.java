package rounds.platform.changes;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.database.Transactions;

import java.util.List;
import java.util.Optional;

/// The changes that were set aside, for an administrator: whoever calls this has made sure of that.
@Singleton
public class Failures {
    /// So many are shown, and tried again at once.
    public static final int MOST = 100;

    private final FailureRepository rows;
    private final Changes changes;
    private final Transactions transactions;

    Failures(FailureRepository rows, Changes changes, Transactions transactions) {
        this.rows = rows;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// The newest.
    public List<Failure> newest() {
        return transactions.system(() -> rows.newest(MOST));
    }

    public long count() {
        return transactions.system(rows::count);
    }

    /// Says that change again, at the end of the log, to every consumer on every node: each reads
    /// the row as it is now, so whoever had taken it in comes to the same end.
    ///
    /// @return how many were said again: 0 when somebody else was quicker
    public int tryAgain(String consumer, long changeId) {
        return transactions.system(() -> {
            Optional<Failure> failure = rows.locked(consumer, changeId);
            failure.ifPresent(this::sayAgain);
            return failure.isPresent() ? 1 : 0;
        });
    }

    /// The same for the newest of all.
    public int tryAllAgain() {
        return newest().stream()
                .mapToInt(failure -> tryAgain(failure.consumer(), failure.changeId()))
                .sum();
    }

    private void sayAgain(Failure failure) {
        rows.remove(failure.consumer(), failure.changeId());
        var content = new ContentRef(ContentType.of(failure.contentType()), failure.contentId());
        changes.appendAll(List.of(content), What.of(failure.what()));
    }
}
