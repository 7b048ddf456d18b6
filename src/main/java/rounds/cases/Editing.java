package rounds.cases;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps what an author has begun to change in a story that others read, until she saves it
/// ([Publishing#edit]) or throws it away. It is for her eyes only.
@Singleton
public class Editing {
    /// As long as a draft of any other kind.
    static final Duration KEPT = Duration.ofDays(180);

    /// More `char`s than all parts and facts of a story can have.
    private static final int LONGEST = 400_000;

    private final CaseEditRepository edits;
    private final CaseFinding finding;
    private final CaseRules rules;
    private final Limits limits;
    private final Transactions transactions;
    private final Moment moment;

    Editing(
            CaseEditRepository edits,
            CaseFinding finding,
            CaseRules rules,
            Limits limits,
            Transactions transactions,
            Moment moment) {
        this.edits = edits;
        this.finding = finding;
        this.rules = rules;
        this.limits = limits;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// What she has begun to change and not saved.
    ///
    /// @throws ProblemException not found; forbidden, for somebody else's story
    public Optional<BegunEdit> of(Viewer.SignedIn viewer, long id) {
        return transactions.read(
                viewer,
                () -> {
                    finding.own(viewer, id);
                    return edits.of(id).map(CaseEditRow::begun);
                });
    }

    /// Keeps what stands in the fields of her form, unlooked at.
    ///
    /// @param entered all of it, by the names of the fields
    /// @param madeFrom the revision of the story that she began with
    /// @param seen the revision of the edit from which it goes on; 0: none was there
    /// @return its revision now
    /// @throws ProblemException not found, forbidden; invalid, for what is too long to be kept;
    ///   conflict, when the story says something else by now, or another window was quicker
    public int keep(
            Viewer.SignedIn viewer, long id, Map<String, String> entered, int madeFrom, int seen) {
        limits.take(Limit.DRAFT, String.valueOf(viewer.personId()));
        int length = entered.values().stream().mapToInt(String::length).sum();
        if (length > LONGEST) {
            throw ProblemException.invalid("body", "drafts.too-long", length, LONGEST);
        }
        String[] fields =
                entered.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new);
        return transactions.write(
                viewer,
                () -> {
                    CaseRow row = finding.own(viewer, id);
                    if (row.stands() == CaseState.DRAFT || !rules.of(row, viewer).withdraw()) {
                        throw CaseFinding.conflict("cases.moved-meanwhile");
                    }
                    List<Integer> kept =
                            row.revision() == madeFrom
                                    ? edits.keep(id, fields, madeFrom, seen, moment.now())
                                    : List.of();
                    return kept.stream()
                            .findFirst()
                            .orElseThrow(() -> CaseFinding.conflict("cases.changed-meanwhile"));
                });
    }

    /// Throws it away: the story stays as others read it.
    ///
    /// @throws ProblemException not found; forbidden, for somebody else's story
    public void throwAway(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    finding.own(viewer, id);
                    edits.forget(id);
                });
    }
}
