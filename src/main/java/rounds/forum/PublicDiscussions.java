package rounds.forum;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.List;

/// What everybody reads, in the order of ids: for site maps. Read as a visitor, through the wall.
@Singleton
public class PublicDiscussions {
    /// An index of a site map may name 50,000 parts; other content has some, too.
    private static final int MOST_PARTS = 48_000;

    private final PublicRepository rows;
    private final Transactions transactions;

    PublicDiscussions(PublicRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// The ids with which parts of this size begin.
    public List<Long> parts(int size) {
        return transactions.read(Viewer.VISITOR, () -> rows.parts(size, MOST_PARTS));
    }

    /// A part, from that id on.
    public List<PublicPage> from(long first, int size) {
        return transactions.read(Viewer.VISITOR, () -> rows.from(first, size));
    }
}
