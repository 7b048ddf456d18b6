package rounds.cases;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.CommunityLog;
import rounds.community.Reason;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// What others decide about a story: a second reader lets it out, anybody in the community reports
/// it, moderators hide it and bring it back. Nobody judges her own.
@Singleton
public class Judging {
    private final CaseRepository rows;
    private final CaseReportRepository reports;
    private final CaseFinding finding;
    private final CaseRules rules;
    private final CommunityLog log;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Judging(
            CaseRepository rows,
            CaseReportRepository reports,
            CaseFinding finding,
            CaseRules rules,
            CommunityLog log,
            Limits limits,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.reports = reports;
        this.finding = finding;
        this.rules = rules;
        this.log = log;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Why a story is hidden, or what its second reader said of it; empty where nothing was said,
    /// and for all but its author and moderators.
    ///
    /// @throws ProblemException not found
    public Optional<Fate> fate(Viewer viewer, long id) {
        return transactions.read(
                viewer,
                () ->
                        rules.of(finding.row(id), viewer).inside()
                                ? rows.fate(id).map(FateRow::fate)
                                : Optional.empty());
    }

    /// Lets a story out, as its second reader.
    ///
    /// @param revision that was read
    /// @param comment for its author; may be empty
    /// @throws ProblemException not found, forbidden; conflict, when something was said in it since
    public void release(Viewer.SignedIn viewer, long id, int revision, String comment) {
        release(viewer, id, revision, comment, Map.of());
    }

    /// The same with words about single parts.
    ///
    /// @param notes by the code of the part, or [Fate#KNOWN]; an empty one says nothing
    public void release(
            Viewer.SignedIn viewer,
            long id,
            int revision,
            String comment,
            Map<String, String> notes) {
        String said = Entry.note("comment", comment);
        review(viewer, id, revision, "released", said, noted(notes));
    }

    /// Gives a story back to its author, who goes on with it as a draft.
    ///
    /// @param comment what it still needs
    /// @throws ProblemException as [#release]; invalid on `comment`, where there is none
    public void giveBack(Viewer.SignedIn viewer, long id, int revision, String comment) {
        giveBack(viewer, id, revision, comment, Map.of());
    }

    /// The same with words about single parts; where there are some, there need be no others.
    ///
    /// @param notes as [#release] takes them
    public void giveBack(
            Viewer.SignedIn viewer,
            long id,
            int revision,
            String comment,
            Map<String, String> notes) {
        String said = Entry.note("comment", comment);
        String[] about = noted(notes);
        if (said.isEmpty() && about.length == 0) {
            throw ProblemException.invalid("comment", "cases.review.missing");
        }
        review(viewer, id, revision, "returned", said, about);
    }

    private static String[] noted(Map<String, String> notes) {
        var said = new ArrayList<String>();
        notes.forEach((part, words) -> {
            String note = Entry.note("note-" + part, words);
            if (!note.isEmpty() && (Part.isCode(part) || part.equals(Fate.KNOWN))) {
                said.add(part);
                said.add(note);
            }
        });
        return said.toArray(String[]::new);
    }

    private void review(
            Viewer.SignedIn viewer,
            long id,
            int revision,
            String verdict,
            String comment,
            String[] notes) {
        transactions.run(
                viewer,
                () -> {
                    CaseRow row = finding.row(id);
                    if (row.stands() != CaseState.QUEUED) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    requireOthers(viewer, row);
                    if (!rules.of(row, viewer).release()) {
                        rules.require(Capability.RELEASE, row.standing(viewer), false);
                    }
                    if (!rows.review(
                            id, revision, verdict, comment, notes, Ids.next(), moment.now())) {
                        throw CaseFinding.conflict("cases.changed-meanwhile");
                    }
                    note(viewer, row, "case_" + verdict, "");
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                });
    }

    /// Tells the moderators of a story. A report of patient data hides it until one has looked.
    ///
    /// @param note may be empty
    /// @return whether it is hidden now
    public boolean report(Viewer.SignedIn viewer, long id, Reason reason, String note) {
        limits.take(Limit.REPORT, String.valueOf(viewer.personId()));
        String said = Entry.note("note", note);
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.row(id);
                    rules.require(Capability.REPORT, row.standing(viewer), false);
                    requireOthers(viewer, row);
                    if (row.stands() != CaseState.VISIBLE) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
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
                        changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                    }
                    return hidden;
                });
    }

    /// Takes a story out of sight; of one already hidden by a report, or whose author asks that it
    /// be shown again, it confirms that.
    ///
    /// @param reason for its author, and the community's log
    public void hide(Viewer.SignedIn viewer, long id, String reason) {
        String why = Entry.reason(reason);
        transactions.run(
                viewer,
                () -> {
                    CaseRow row = finding.row(id);
                    rules.require(Capability.HIDE, row.standing(viewer), false);
                    int decided = decide(viewer, row, "hidden");
                    boolean done =
                            row.stands() == CaseState.HIDDEN
                                    ? rows.refuseAgain(id) || decided > 0
                                    : moves(row, "hidden");
                    if (!done) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    note(viewer, row, "case_hidden", why);
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                });
    }

    /// Brings back what was hidden.
    ///
    /// @param reason may be empty
    public void restore(Viewer.SignedIn viewer, long id, String reason) {
        String why = Entry.note("reason", reason);
        transactions.run(
                viewer,
                () -> {
                    CaseRow row = judged(viewer, id, Capability.HIDE);
                    if (row.stands() != CaseState.HIDDEN || !moves(row, "visible")) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    decide(viewer, row, "restored");
                    note(viewer, row, "case_restored", why);
                    changes.append(viewer.personId(), CaseFinding.ref(id), What.AUDIENCE);
                });
    }

    /// Decides all reports of a story: it stays.
    ///
    /// @param words for the community's log; may be empty
    public void keep(Viewer.SignedIn viewer, long id, String words) {
        String said = Entry.note("reason", words);
        transactions.run(
                viewer,
                () -> {
                    CaseRow row = judged(viewer, id, Capability.HANDLE_REPORTS);
                    if (row.stands() != CaseState.VISIBLE || decide(viewer, row, "kept") == 0) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    note(viewer, row, "case_kept", said);
                });
    }

    private boolean moves(CaseRow row, String becomes) {
        return rows.move(row.id(), row.state(), becomes, "");
    }

    private CaseRow judged(Viewer.SignedIn viewer, long id, Capability wanted) {
        CaseRow row = finding.row(id);
        rules.require(wanted, row.standing(viewer), false);
        requireOthers(viewer, row);
        return row;
    }

    private static void requireOthers(Viewer.SignedIn viewer, CaseRow row) {
        if (row.writtenBy(viewer)) {
            throw new ProblemException(new Problem.Forbidden("forum.moderation.own"));
        }
    }

    private int decide(Viewer.SignedIn viewer, CaseRow row, String verdict) {
        for (long report : reports.waiting(row.id())) {
            changes.append(viewer.personId(), report(report), What.AUDIENCE);
        }
        return reports.decide(row.id(), verdict, moment.now());
    }

    // More people read the log than may know who wrote a story that is not signed.
    private void note(Viewer.SignedIn viewer, CaseRow row, String act, String reason) {
        log.add(
                viewer,
                row.communityId(),
                act,
                CaseFinding.ref(row.id()),
                row.named() ? row.writerId() : null,
                "",
                reason);
    }

    private static ContentRef report(long id) {
        return new ContentRef(ContentType.REPORT, id);
    }
}
