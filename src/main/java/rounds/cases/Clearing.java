package rounds.cases;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Wrong;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.phi.Passage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whether a story may be read by others: it lacks nothing, and each passage that could tell who
/// the patient is was said more broadly, or its author said why it names nobody.
@Singleton
public class Clearing {
    static final int LONGEST_REASON = 500;

    /// So much is asked about at once; when that is changed, what is left comes.
    private static final int MOST_ASKED = 100;

    private final CaseRepository rows;
    private final SectionRepository sections;
    private final ConfirmationRepository confirmations;
    private final CaseFinding finding;
    private final FactsKeeping facts;
    private final Limits limits;
    private final Transactions transactions;
    private final Moment moment;

    Clearing(
            CaseRepository rows,
            SectionRepository sections,
            ConfirmationRepository confirmations,
            CaseFinding finding,
            FactsKeeping facts,
            Limits limits,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.sections = sections;
        this.confirmations = confirmations;
        this.finding = finding;
        this.facts = facts;
        this.limits = limits;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// What is missing before others can read it, and what in it could tell who the patient is.
    ///
    /// @throws ProblemException not found; forbidden, for somebody else's
    public Readiness look(Viewer.SignedIn viewer, long id) {
        return transactions.read(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    return readiness(row, told(row));
                });
    }

    private Told told(CaseRow row) {
        return Told.of(row.facts(), finding.parts(row));
    }

    private Readiness readiness(CaseRow row, Told told) {
        List<String> missing = told.missing();
        if (rows.authority(row.id()).isEmpty()) {
            missing.add("authority");
        }
        List<ConfirmedRow> confirmed = confirmations.of(row.id());
        return new Readiness(
                List.copyOf(missing),
                doubts(row, told).stream()
                        .filter(doubt -> isOpen(row, doubt, confirmed))
                        .limit(MOST_ASKED)
                        .toList(),
                confirmed.stream().map(ConfirmedRow::confirmed).toList());
    }

    private List<Doubt> doubts(CaseRow row, Told told) {
        return IdentifierCheck.of(
                texts(row, told),
                List.of(),
                row.language(),
                told.facts().named() ? null : row.name());
    }

    private Map<String, String> texts(CaseRow row, Told told) {
        var texts = new LinkedHashMap<>(told.texts());
        for (AuthorityRow right : rows.authority(row.id())) {
            texts.put("of_whom", right.ofWhom());
            texts.put("reference", right.reference());
        }
        return texts;
    }

    private static boolean isOpen(CaseRow row, Doubt doubt, List<ConfirmedRow> confirmed) {
        return doubt.certain()
                || !doubt.isIn(row.communityName())
                        && confirmed.stream().noneMatch(one -> one.speaksOf(doubt));
    }

    /// The same of words that are not saved yet.
    ///
    /// @throws ProblemException also invalid, with every field that cannot be taken
    public Readiness look(Viewer.SignedIn viewer, long id, Facts entered, Map<Part, String> parts) {
        Facts checked = entered.checked();
        return transactions.read(
                viewer, () -> readiness(finding.own(viewer, id), new Told(checked, parts)));
    }

    /// What in some words could tell who the patient is, while they are typed.
    ///
    /// @param texts by the names of their fields
    /// @throws ProblemException not found; forbidden, for somebody else's story
    public List<Doubt> ask(Viewer.SignedIn viewer, long id, Map<String, String> texts) {
        return transactions.read(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    List<ConfirmedRow> confirmed = confirmations.of(id);
                    return IdentifierCheck.of(
                                    texts,
                                    texts(row, told(row)).values(),
                                    row.language(),
                                    row.named() ? null : row.name())
                            .stream()
                            .filter(doubt -> isOpen(row, doubt, confirmed))
                            .limit(MOST_ASKED)
                            .toList();
                });
    }

    /// Says why a passage that looks as if it named somebody does not.
    ///
    /// @throws ProblemException not found, forbidden; invalid on `passage`, when the check does not
    ///   ask about it, or takes no reason; invalid on `reason`
    public Readiness confirm(Viewer.SignedIn viewer, long id, Confirmation confirming) {
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    Told told = told(row);
                    hear(row, told, List.of(confirming));
                    return readiness(row, told);
                });
    }

    void hear(CaseRow row, Told told, List<Confirmation> confirming) {
        if (!confirming.isEmpty()) {
            hear(row, doubts(row, told), confirming);
        }
    }

    /// Keeps the reasons; needs a running transaction.
    void hear(CaseRow row, List<Doubt> doubts, List<Confirmation> confirming) {
        for (Confirmation one : confirming) {
            String why = Entry.line("reason", one.reason(), LONGEST_REASON);
            Doubt doubt =
                    doubts.stream()
                            .filter(asked -> asked.isOf(one.field(), one.passage()))
                            .filter(asked -> !asked.certain())
                            .findFirst()
                            .orElseThrow(() ->
                                    ProblemException.invalid(
                                            "passage", "cases.identifier.none-such"));
            if (!Confirmation.isReason(why)) {
                throw ProblemException.invalid("reason", "cases.confirm.too-short");
            }
            confirmations.forget(row.id(), doubt.field(), doubt.passage());
            confirmations.add(
                    Ids.next(),
                    row.id(),
                    row.communityId(),
                    doubt.field(),
                    doubt.found().kind().code(),
                    doubt.passage(),
                    why,
                    moment.now());
        }
    }

    /// Says a passage of a draft more broadly, wherever it stands in its field.
    ///
    /// @param choice which of the words that were offered, from 0
    /// @throws ProblemException not found, forbidden; invalid on `passage`, when it does not stand
    ///   there any more, or on what its field cannot take; conflict, when it is no draft, or
    ///   something was said at the same moment
    public Readiness widen(
            Viewer.SignedIn viewer, long id, String field, String passage, int choice) {
        limits.take(Limit.DRAFT, String.valueOf(viewer.personId()));
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.draft(viewer, id);
                    Told told = told(row);
                    Told wider = told.with(field, wider(told, row, field, passage, choice));
                    keep(row, field, wider);
                    return readiness(finding.row(id), wider);
                });
    }

    /// A passage that is to be said more broadly.
    ///
    /// @param choice which of the words that were offered, from 0
    public record Wider(String field, String passage, int choice) {}

    /// What a field says then, of words that are not saved yet.
    ///
    /// @throws ProblemException as [#widen]
    public String widened(
            Viewer.SignedIn viewer, long id, Facts entered, Map<Part, String> parts, Wider wanted) {
        var told = new Told(entered.checked(), parts);
        return transactions.read(
                viewer,
                () ->
                        wider(
                                told,
                                finding.own(viewer, id),
                                wanted.field(),
                                wanted.passage(),
                                wanted.choice()));
    }

    private String wider(Told told, CaseRow row, String field, String passage, int choice) {
        Map<String, String> texts = texts(row, told);
        String text = texts.getOrDefault(field, "");
        List<Passage> passages =
                IdentifierCheck.of(Map.of(field, text), texts.values(), row.language()).stream()
                        .filter(doubt -> doubt.isOf(field, passage))
                        .map(Doubt::found)
                        .filter(found -> !found.widenings().isEmpty())
                        .toList();
        boolean offered = passages.stream().anyMatch(found -> choice < found.widenings().size());
        if (choice < 0 || !offered) {
            throw ProblemException.invalid("passage", "cases.identifier.none-such");
        }
        return Passage.widened(text, passages, choice);
    }

    private void keep(CaseRow row, String field, Told wider) {
        boolean kept;
        if (Part.isCode(field)) {
            String words = Cases.words(Part.of(field), wider.texts().getOrDefault(field, ""));
            int seen = sections.one(row.id(), field).map(SectionRow::revision).orElse(0);
            kept = !sections.save(row.id(), field, words, seen).isEmpty();
            rows.touch(row.id(), moment.now());
        } else {
            String heard = wider.parts().getOrDefault(Part.STORY, "");
            kept = facts.keep(row, row.revision(), wider.facts().checked(), heard);
        }
        if (!kept) {
            throw CaseFinding.conflict("cases.changed-meanwhile");
        }
    }

    /// Refuses what may not be read yet.
    ///
    /// @throws ProblemException invalid, on every field that is missing or could tell who the
    ///   patient is
    void require(CaseRow row, Told told) {
        Readiness readiness = readiness(row, told);
        var wrong = new Wrong();
        for (String field : readiness.missing()) {
            wrong.or(() -> missing(field), "");
        }
        for (Doubt doubt : readiness.doubts()) {
            wrong.or(() -> doubted(doubt.field(), doubt), "");
        }
        wrong.refuse();
    }

    /// Refuses words beside the story in which a patient could be known, unless it is said why not.
    ///
    /// @param field under which reasons are kept
    /// @param entered the field of the form
    /// @param why one reason for each passage that is asked about; empty: none is given
    void require(CaseRow row, String field, String entered, String words, String why) {
        List<ConfirmedRow> confirmed = confirmations.of(row.id());
        List<Doubt> open =
                IdentifierCheck.of(
                                Map.of(field, words),
                                texts(row, told(row)).values(),
                                row.language(),
                                row.named() ? null : row.name())
                        .stream()
                        .filter(doubt -> isOpen(row, doubt, confirmed))
                        .toList();
        var wrong = new Wrong();
        open.stream()
                .filter(doubt -> doubt.certain() || why.isEmpty())
                .forEach(doubt -> wrong.or(() -> doubted(entered, doubt), ""));
        wrong.refuse();
        hear(
                row,
                open,
                open.stream()
                        .map(doubt -> new Confirmation(doubt.field(), doubt.passage(), why))
                        .distinct()
                        .toList());
    }

    private static String missing(String field) {
        throw ProblemException.invalid(field, "cases.missing." + field);
    }

    private static String doubted(String field, Doubt doubt) {
        throw ProblemException.invalid(
                field,
                doubt.certain() ? "cases.identifier.certain" : "cases.identifier.likely",
                doubt.passage());
    }
}
