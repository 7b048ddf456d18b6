package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.List;

/// What people made of a topic's summary: that they used it, and how that went.
@Singleton
public class InPractice {
    public static final int SHOWN = 20;

    private final PracticeRepository rows;
    private final Tending tending;
    private final Limits limits;
    private final Transactions transactions;
    private final Moment moment;

    InPractice(
            PracticeRepository rows,
            Tending tending,
            Limits limits,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.tending = tending;
        this.limits = limits;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// @throws ProblemException not found, also for who may not read the topic
    public UsedInPractice of(Viewer viewer, long topic) {
        return transactions.read(viewer, () -> seen(viewer, tending.row(topic)));
    }

    private UsedInPractice seen(Viewer viewer, TendedRow row) {
        return seen(
                viewer,
                row,
                row.practised() == 0
                        ? List.of()
                        : rows.uses(row.id(), SHOWN).stream().map(TopicUseRow::use).toList());
    }

    /// @param uses the viewer's own before all others
    static UsedInPractice seen(Viewer viewer, TendedRow row, List<TopicUse> uses) {
        TopicUse mine =
                !uses.isEmpty() && uses.getFirst().by().id() == viewer.personId()
                        ? uses.getFirst()
                        : null;
        return new UsedInPractice(
                row.practised(),
                mine == null ? uses : uses.subList(1, uses.size()),
                mine,
                mayOn(row));
    }

    private static boolean mayOn(TendedRow row) {
        boolean opened = row.underWay() || row.state().equals("archived");
        return row.member() && opened && row.summary() > 0;
    }

    /// Says that the viewer has used it, or says it in other words.
    ///
    /// @param note at most [TopicUse#LONGEST_NOTE] characters
    /// @throws ProblemException not found; invalid on `note`; forbidden, for whoever is no member;
    ///   conflict, while there is no summary
    public void say(Viewer.SignedIn viewer, long topic, String note) {
        limits.take(Limit.REACT, String.valueOf(viewer.personId()));
        String words = Shared.words("note", Entry.line("note", note, TopicUse.LONGEST_NOTE));
        transactions.run(
                viewer,
                () -> {
                    TendedRow row = tending.row(topic);
                    if (!row.member()) {
                        throw Tending.forbidden("topics.members-only");
                    }
                    if (!mayOn(row) || !rows.practise(topic, words, moment.now())) {
                        throw Tending.conflict("gather.no-summary");
                    }
                    tending.changed(viewer, topic, What.MARKED);
                });
    }

    /// Takes that back.
    public void takeBack(Viewer.SignedIn viewer, long topic) {
        transactions.run(
                viewer,
                () -> {
                    tending.row(topic);
                    if (rows.practiseNoMore(topic)) {
                        tending.changed(viewer, topic, What.MARKED);
                    }
                });
    }
}
