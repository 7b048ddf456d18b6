package rounds.library;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;

import java.util.List;

/// What people made of a resource: that they used it, how that went, and what they adapted of it.
@Singleton
public class InPractice {
    public static final int SHOWN = 20;
    public static final int LONGEST_NOTE = 500;

    private final PracticeRepository rows;
    private final ResourceRepository resources;
    private final Curation curation;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    InPractice(
            PracticeRepository rows,
            ResourceRepository resources,
            Curation curation,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.resources = resources;
        this.curation = curation;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// @throws ProblemException not found, also for who may not read it
    public Practised of(Viewer viewer, long id) {
        return transactions.read(
                viewer,
                () -> {
                    ResourceRow row = row(id);
                    List<Use> uses =
                            row.practised() == 0
                                    ? List.of()
                                    : rows.uses(id, SHOWN).stream().map(UseRow::use).toList();
                    Use mine =
                            !uses.isEmpty() && uses.getFirst().by().id() == viewer.personId()
                                    ? uses.getFirst()
                                    : null;
                    return new Practised(
                            mine == null ? uses : uses.subList(1, uses.size()),
                            mine,
                            !row.sharedBy(viewer)
                                    && curation.of(row, viewer, row.standing(viewer)).propose(),
                            rows.adaptations(id, SHOWN).stream().map(AdaptedRow::adapted).toList());
                });
    }

    /// Says that the viewer has used it, or says it in other words.
    ///
    /// @param note at most [#LONGEST_NOTE] characters
    /// @throws ProblemException not found; invalid on `note`; forbidden, for whoever is no member
    public void say(Viewer.SignedIn viewer, long id, String note) {
        String words = Shared.words("note", Entry.line("note", note, LONGEST_NOTE));
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = row(id);
                    curation.require(Capability.SHARE, row.standing(viewer), false);
                    if (row.sharedBy(viewer)) {
                        throw ProblemException.invalid("note", "library.practice.own");
                    }
                    if (!rows.practise(id, words, moment.now())) {
                        throw ProblemException.notFound();
                    }
                    changes.append(viewer.personId(), ref(id), What.MARKED);
                    return row;
                });
    }

    public void takeBack(Viewer.SignedIn viewer, long id) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = row(id);
                    if (rows.practiseNoMore(id)) {
                        changes.append(viewer.personId(), ref(id), What.MARKED);
                    }
                    return row;
                });
    }

    private ResourceRow row(long id) {
        return resources.seen(id).orElseThrow(ProblemException::notFound);
    }

    private static ContentRef ref(long id) {
        return new ContentRef(ContentType.RESOURCE, id);
    }
}
