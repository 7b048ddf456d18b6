package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.List;
import java.util.function.Function;

/// Reads all that is gathered around a topic at once: what it points to is asked for once, however
/// much that is.
@Singleton
public class Gathering {
    private final Shelf shelf;
    private final Questions questions;
    private final Agreements agreements;
    private final BesidesRepository besides;
    private final Transactions transactions;

    Gathering(
            Shelf shelf,
            Questions questions,
            Agreements agreements,
            BesidesRepository besides,
            Transactions transactions) {
        this.shelf = shelf;
        this.questions = questions;
        this.agreements = agreements;
        this.besides = besides;
        this.transactions = transactions;
    }

    /// What is gathered around a topic that the viewer has read.
    public Gathered of(Viewer viewer, Topic topic) {
        return transactions.read(viewer, () -> of(viewer, TendedRow.of(topic)));
    }

    private Gathered of(Viewer viewer, TendedRow topic) {
        List<BesidesRow> beside = beside(topic);
        return new Gathered(
                shelf.beginning(topic),
                questions.seen(viewer, topic),
                agreements.seen(topic),
                InPractice.seen(viewer, topic, listed(beside, "use", BesidesRow::use)),
                listed(beside, "guest", BesidesRow::guest),
                listed(beside, "result", BesidesRow::result).stream().findFirst().orElse(null));
    }

    private List<BesidesRow> beside(TendedRow topic) {
        return topic.practised() == 0 && !topic.shared() && topic.resultId() == null
                ? List.of()
                : besides.of(topic.id(), topic.resultId(), InPractice.SHOWN);
    }

    private static <T> List<T> listed(
            List<BesidesRow> rows, String what, Function<BesidesRow, T> as) {
        return rows.stream().filter(row -> row.is(what)).map(as).toList();
    }
}
