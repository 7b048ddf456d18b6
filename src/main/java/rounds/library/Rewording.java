package rounds.library;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;

import java.util.Optional;

/// What the owners of resources want to be said of them, where curators look at that first.
@Singleton
public class Rewording {
    private final WordingRepository rows;
    private final DeclinedWordingRepository kept;
    private final Fetching fetching;
    private final Described described;
    private final CurationLog log;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Rewording(
            WordingRepository rows,
            DeclinedWordingRepository kept,
            Fetching fetching,
            Described described,
            CurationLog log,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.kept = kept;
        this.fetching = fetching;
        this.described = described;
        this.log = log;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// The words that wait there; empty also for who may not read them.
    public Optional<ProposedWords> waiting(Viewer viewer, long id) {
        return transactions.read(viewer, () -> rows.of(id).map(WordingRow::words));
    }

    /// Words that were not taken.
    ///
    /// @throws ProblemException not found, also for who did not write them
    public DeclinedWords declined(Viewer viewer, long id, long words) {
        return transactions.read(
                viewer,
                () ->
                        kept.one(id, words)
                                .map(WordingRow::declined)
                                .orElseThrow(ProblemException::notFound));
    }

    /// What was said of a resource when it was not let in, or was hidden; for whoever shared it and
    /// for moderators. Empty also where that was too long ago.
    public Optional<DeclinedWords> before(Viewer viewer, long id) {
        return transactions.read(viewer, () -> kept.whole(id).map(WordingRow::declined));
    }

    /// Says of the resource what its owner wants.
    ///
    /// @param words that were looked at
    /// @param revision of the resource, that they were compared with
    /// @throws ProblemException conflict, when either is another one now
    public void take(Viewer.SignedIn viewer, long id, long words, int revision) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = curated(viewer, id);
                    ProposedWords taken = seen(id, words);
                    // The order is that of the deeds: what waited is still there to be copied.
                    if (rows.take(id, revision, words) == 0 || rows.drop(id, words) == 0) {
                        throw Fetching.conflict("library.words.meanwhile");
                    }
                    log.decided(viewer, row, "words_taken", taken.by().id(), "", "");
                    changes.append(viewer.personId(), Fetching.ref(id), What.AUDIENCE);
                    return row;
                });
    }

    /// Leaves the resource as it is. The words are kept for 90 days for who wrote them.
    ///
    /// @param reason for its owner, and the community's log
    public void decline(Viewer.SignedIn viewer, long id, long words, String reason) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = curated(viewer, id);
                    ProposedWords declined = seen(id, words);
                    String why = Entry.reason(reason);
                    if (!kept.decline(id, words, why, moment.now())) {
                        throw Fetching.conflict("library.words.meanwhile");
                    }
                    log.decided(viewer, row, "words_declined", declined.by().id(), "", why);
                    changes.append(viewer.personId(), Fetching.ref(id), What.MARKED);
                    return row;
                });
    }

    /// Takes back what the viewer wanted to be said.
    ///
    /// @param words that she looked at
    /// @throws ProblemException conflict, when others wait now
    public void withdraw(Viewer.SignedIn viewer, long id, long words) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = fetching.there(id);
                    if (!row.sharedBy(viewer)) {
                        throw new ProblemException(new Problem.Forbidden("library.refused.edit"));
                    }
                    if (rows.drop(id, words) == 0) {
                        throw Fetching.conflict("library.words.meanwhile");
                    }
                    changes.append(viewer.personId(), Fetching.ref(id), What.MARKED);
                    return row;
                });
    }

    private ResourceRow curated(Viewer.SignedIn viewer, long id) {
        ResourceRow row = fetching.there(id);
        fetching.require(
                viewer,
                row,
                described.seen(row, viewer).may().curate()
                        && row.state().equals(State.VISIBLE.code()));
        return row;
    }

    private ProposedWords seen(long id, long words) {
        return rows.of(id)
                .map(WordingRow::words)
                .filter(waiting -> waiting.id() == words)
                .orElseThrow(() -> Fetching.conflict("library.words.meanwhile"));
    }
}
