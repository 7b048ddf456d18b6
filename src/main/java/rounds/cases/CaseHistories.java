package rounds.cases;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads what published stories said before they were edited. What was taken out may be what named
/// somebody: only their authors and moderators read it.
@Singleton
public class CaseHistories {
    private static final int MOST = 200;

    private final CaseRevisionRepository revisions;
    private final CaseFinding finding;
    private final CaseRules rules;
    private final Transactions transactions;

    CaseHistories(
            CaseRevisionRepository revisions,
            CaseFinding finding,
            CaseRules rules,
            Transactions transactions) {
        this.revisions = revisions;
        this.finding = finding;
        this.rules = rules;
        this.transactions = transactions;
    }

    /// Whether it ever said something else, as far as the viewer may know.
    public boolean any(Viewer viewer, long id) {
        return transactions.read(viewer, () -> revisions.any(id));
    }

    /// @param asked a revision; null: what it says now
    /// @throws ProblemException not found, also for a revision that there is not; forbidden, for
    ///   all but its author and moderators
    public CaseHistory of(Viewer viewer, long id, @Nullable Integer asked) {
        return transactions.read(
                viewer,
                () -> {
                    CaseRow row = finding.row(id);
                    if (!rules.of(row, viewer).inside()) {
                        throw new ProblemException(new Problem.Forbidden("cases.inside"));
                    }
                    List<CaseRevisionRow> kept = revisions.of(id, MOST);
                    List<CaseRevision> all = all(row, kept);
                    int wanted = asked == null ? row.revision() : asked;
                    CaseRevision shown =
                            all.stream()
                                    .filter(one -> one.revision() == wanted)
                                    .findFirst()
                                    .orElseThrow(ProblemException::notFound);
                    return new CaseHistory(
                            finding.seen(viewer, row),
                            all,
                            shown,
                            shown.nth() == 1 ? null : words(id, kept.get(shown.nth() - 2)),
                            shown.nth() > kept.size()
                                    ? words(row)
                                    : words(id, kept.get(shown.nth() - 1)));
                });
    }

    /// What it says now, compared with what its second reader read.
    ///
    /// @throws ProblemException as [#of]; not found, where she has read what it says
    public CaseHistory sinceRead(Viewer viewer, long id) {
        return transactions.read(
                viewer,
                () -> {
                    CaseRow row = finding.row(id);
                    if (!rules.of(row, viewer).inside()) {
                        throw new ProblemException(new Problem.Forbidden("cases.inside"));
                    }
                    Instant read = row.readFirstAt();
                    List<CaseRevisionRow> kept = revisions.of(id, MOST);
                    CaseRevisionRow then =
                            kept.stream()
                                    .filter(one -> read != null && one.replacedAt().isAfter(read))
                                    .findFirst()
                                    .orElseThrow(ProblemException::notFound);
                    List<CaseRevision> all = all(row, kept);
                    return new CaseHistory(
                            finding.seen(viewer, row),
                            all,
                            all.getLast(),
                            words(id, then),
                            words(row));
                });
    }

    private static List<CaseRevision> all(CaseRow row, List<CaseRevisionRow> kept) {
        var all = new ArrayList<CaseRevision>();
        var at = Objects.requireNonNullElse(row.publishedAt(), row.startedAt());
        for (CaseRevisionRow one : kept) {
            all.add(new CaseRevision(one.revision(), all.size() + 1, at));
            at = one.replacedAt();
        }
        all.add(new CaseRevision(row.revision(), all.size() + 1, at));
        return List.copyOf(all);
    }

    private Map<String, String> words(long id, CaseRevisionRow kept) {
        var words = new LinkedHashMap<String, String>();
        revisions.words(id, kept.revision()).forEach(one -> words.put(one.field(), one.words()));
        return words;
    }

    private Map<String, String> words(CaseRow row) {
        Facts facts = row.facts();
        var words = new LinkedHashMap<>(Told.of(facts, finding.parts(row)).texts());
        put(words, "outcome", facts.outcome());
        put(words, "setting", facts.setting());
        put(words, "patient_view", facts.patientView());
        words.put("named", String.valueOf(facts.named()));
        words.put("members_only", String.valueOf(facts.membersOnly()));
        return words;
    }

    private static void put(Map<String, String> words, String field, @Nullable Enum<?> choice) {
        if (choice != null) {
            words.put(field, Codes.of(choice));
        }
    }
}
