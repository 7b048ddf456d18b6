package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.List;

/// Topics that everybody reads, in the order of ids: for site maps. Read as a visitor, through the
/// wall.
@Singleton
public class PublicTopics {
    /// As many parts as an index of a site map may name beside those of discussions.
    private static final int MOST_PARTS = 1_000;

    private final PublicTopicRepository rows;
    private final Transactions transactions;

    PublicTopics(PublicTopicRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// The ids with which parts of this size begin.
    public List<Long> parts(int size) {
        return transactions.read(Viewer.VISITOR, () -> rows.parts(size, MOST_PARTS));
    }

    /// A part, from that id on.
    public List<PublicTopic> from(long first, int size) {
        return transactions.read(Viewer.VISITOR, () -> rows.from(first, size));
    }
}
