package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Reason;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

/// Keeping order in a library: anybody in a community reports, moderators decide and say why, and
/// whoever shared it is told. Nobody lets in, restores or keeps what is her own. Where two act at
/// once, one wins and the other is told (conflict).
@Singleton
public class Deciding {
    private final ResourceRepository rows;
    private final ResourceReportRepository reports;
    private final Fetching fetching;
    private final Curation curation;
    private final CurationLog log;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Deciding(
            ResourceRepository rows,
            ResourceReportRepository reports,
            Fetching fetching,
            Curation curation,
            CurationLog log,
            Limits limits,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.reports = reports;
        this.fetching = fetching;
        this.curation = curation;
        this.log = log;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Tells the moderators of a resource. A report of patient data hides it until one has looked.
    ///
    /// @param note may be empty
    /// @return whether it is hidden now
    public boolean report(Viewer.SignedIn viewer, long id, Reason reason, String note) {
        limits.take(Limit.REPORT, String.valueOf(viewer.personId()));
        String said = Entry.note("note", note);
        return transactions.write(
                viewer,
                () -> {
                    ResourceRow row = fetching.there(id);
                    curation.require(Capability.REPORT, row.standing(viewer), false);
                    if (row.sharedBy(viewer)) {
                        throw new ProblemException(new Problem.Forbidden("library.report.own"));
                    }
                    if (!row.state().equals(State.VISIBLE.code())) {
                        throw Fetching.conflict("library.moved-meanwhile");
                    }
                    long report = Ids.next();
                    if (reports.add(
                                    report,
                                    row.communityId(),
                                    id,
                                    reason.code(),
                                    said,
                                    moment.now())
                            == 1) {
                        changes.append(viewer.personId(), report(report), What.CREATED);
                    }
                    boolean hidden = reason == Reason.PATIENT_DATA && reports.hide(id);
                    if (hidden) {
                        reports.logHiding(id, Ids.next());
                        changes.append(viewer.personId(), Fetching.ref(id), What.AUDIENCE);
                    }
                    return hidden;
                });
    }

    /// Takes a resource out of the library: its owner, or a moderator.
    ///
    /// @param reason for its owner, and the community's log; the owner herself owes none
    public void delete(Viewer.SignedIn viewer, long id, String reason) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = fetching.row(id);
                    if (!row.declined()) {
                        move(viewer, id, Capability.DELETE, State.DELETED, reason);
                        return;
                    }
                    String why = owed(viewer, row, Capability.DELETE, reason);
                    if (!rows.forgetDeclined(id)) {
                        throw Fetching.conflict("library.moved-meanwhile");
                    }
                    tell(viewer, row, State.DELETED, why);
                });
    }

    /// Takes a resource out of sight; of one already hidden by a report it confirms that.
    ///
    /// @param reason for its owner, and the community's log
    public void hide(Viewer.SignedIn viewer, long id, String reason) {
        transactions.run(viewer, () -> move(viewer, id, Capability.HIDE, State.HIDDEN, reason));
    }

    /// Brings back what was hidden.
    ///
    /// @param revision that was looked at: its owner may have changed it since
    /// @param reason may be empty
    /// @throws ProblemException conflict, when something was changed since it was looked at
    public void restore(Viewer.SignedIn viewer, long id, int revision, String reason) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = judged(viewer, id, Capability.HIDE);
                    if (row.is() != State.HIDDEN) {
                        throw Fetching.conflict("library.moved-meanwhile");
                    }
                    requireSeen(row, revision);
                    move(viewer, row, State.VISIBLE, revision, Entry.note("reason", reason));
                });
    }

    /// Lets in what waits.
    ///
    /// @param revision that was looked at
    /// @param reason may be empty
    /// @throws ProblemException conflict, when something was changed since it was looked at
    public void admit(Viewer.SignedIn viewer, long id, int revision, String reason) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = judged(viewer, id, Capability.HIDE);
                    if (!row.state().equals(State.QUEUED.code())) {
                        throw Fetching.conflict("library.moved-meanwhile");
                    }
                    // It waits for whoever shared it, and for no moderator.
                    if (row.opens()) {
                        throw Fetching.conflict("library.held.unanswered");
                    }
                    requireSeen(row, revision);
                    move(viewer, row, State.VISIBLE, revision, Entry.note("reason", reason));
                });
    }

    /// Does not let in what waits.
    ///
    /// @param reason for its owner, and the community's log
    public void decline(Viewer.SignedIn viewer, long id, String reason) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = judged(viewer, id, Capability.HANDLE_REPORTS);
                    if (!row.state().equals(State.QUEUED.code())) {
                        throw Fetching.conflict("library.moved-meanwhile");
                    }
                    move(viewer, row, State.DELETED, null, Entry.reason(reason));
                });
    }

    /// Takes back that something was not let in: it waits again.
    ///
    /// @throws ProblemException conflict, when its owner has handed it in or taken it away since
    public void reopen(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = others(viewer, id, Capability.HANDLE_REPORTS);
                    if (!rows.reopen(id)) {
                        throw Fetching.conflict("library.moved-meanwhile");
                    }
                    log.reopened(viewer, row);
                    changes.append(viewer.personId(), Fetching.ref(id), What.AUDIENCE);
                });
    }

    private static void requireSeen(ResourceRow row, int revision) {
        if (row.revision() != revision) {
            throw Fetching.conflict("library.changed-meanwhile");
        }
    }

    /// Asks moderators to look again at what the viewer shared: what was not let in is handed in
    /// again, what is hidden is to be shown again.
    ///
    /// @param revision that she asks for
    /// @param words what has changed; may be empty
    /// @throws ProblemException conflict, when it is no longer so, or she has asked already
    public void ask(Viewer.SignedIn viewer, long id, int revision, String words) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        String said = Entry.note("reason", words);
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = fetching.mendable(viewer, id);
                    if (!row.sharedBy(viewer)) {
                        throw new ProblemException(new Problem.Forbidden("library.refused.edit"));
                    }
                    if (!rows.ask(id, revision, said, moment.now())) {
                        throw Fetching.conflict("library.asked-meanwhile");
                    }
                    changes.append(viewer.personId(), Fetching.ref(id), What.AUDIENCE);
                });
    }

    /// Decides all reports of a resource: it stays.
    ///
    /// @param words for the community's log; may be empty
    public void keep(Viewer.SignedIn viewer, long id, String words) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = judged(viewer, id, Capability.HANDLE_REPORTS);
                    if (!row.state().equals(State.VISIBLE.code())
                            || decide(viewer, row, "kept") == 0) {
                        throw Fetching.conflict("library.moved-meanwhile");
                    }
                    log.kept(viewer, row, Entry.note("reason", words));
                });
    }

    private void move(
            Viewer.SignedIn viewer, long id, Capability wanted, State becomes, String reason) {
        ResourceRow row = fetching.there(id);
        String why = owed(viewer, row, wanted, reason);
        if (row.sharedBy(viewer) && row.is() == State.HIDDEN) {
            throw new ProblemException(
                    new Problem.Forbidden(
                            becomes == State.DELETED
                                    ? "library.delete.hidden"
                                    : "forum.moderation.own"));
        }
        move(viewer, row, becomes, null, why);
    }

    /// Why, which is owed by whoever did not share it.
    private String owed(Viewer.SignedIn viewer, ResourceRow row, Capability wanted, String reason) {
        boolean own = row.sharedBy(viewer);
        curation.require(wanted, row.standing(viewer), own);
        return own ? Entry.note("reason", reason) : Entry.reason(reason);
    }

    private void move(
            Viewer.SignedIn viewer,
            ResourceRow row,
            State becomes,
            @Nullable Integer seen,
            String why) {
        boolean confirmed = becomes == State.HIDDEN && confirm(viewer, row);
        if (!confirmed) {
            if (row.state().equals(becomes.code())
                    || !rows.move(row.id(), row.state(), becomes.code(), seen)) {
                throw Fetching.conflict("library.moved-meanwhile");
            }
            decide(viewer, row, becomes == State.VISIBLE ? "restored" : "hidden");
        }
        tell(viewer, row, becomes, why);
    }

    private void tell(Viewer.SignedIn viewer, ResourceRow row, State became, String why) {
        if (!row.sharedBy(viewer)) {
            log.moved(viewer, row, became, why);
        }
        changes.append(viewer.personId(), Fetching.ref(row.id()), What.AUDIENCE);
    }

    /// Leaves hidden what a report hid, or what its owner asked to be shown again.
    private boolean confirm(Viewer.SignedIn viewer, ResourceRow row) {
        if (row.is() != State.HIDDEN) {
            return false;
        }
        boolean refused = rows.refuse(row.id());
        return decide(viewer, row, "hidden") > 0 || refused;
    }

    private int decide(Viewer.SignedIn viewer, ResourceRow row, String verdict) {
        if (!curation.may(Capability.HANDLE_REPORTS, row.standing(viewer))) {
            return 0;
        }
        for (long report : reports.waiting(row.id())) {
            changes.append(viewer.personId(), report(report), What.AUDIENCE);
        }
        return reports.decide(row.id(), verdict, moment.now());
    }

    /// What somebody else shared.
    private ResourceRow others(Viewer.SignedIn viewer, long id, Capability wanted) {
        ResourceRow row = fetching.row(id);
        curation.require(wanted, row.standing(viewer), false);
        if (row.sharedBy(viewer)) {
            throw new ProblemException(new Problem.Forbidden("forum.moderation.own"));
        }
        return row;
    }

    /// The same, while it is there.
    private ResourceRow judged(Viewer.SignedIn viewer, long id, Capability wanted) {
        ResourceRow row = others(viewer, id, wanted);
        if (row.is() == State.DELETED) {
            throw Fetching.conflict("library.moved-meanwhile");
        }
        return row;
    }

    private static ContentRef report(long id) {
        return new ContentRef(ContentType.REPORT, id);
    }
}
