package rounds.cases;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Ids;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Markdown;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists of case stories.
@Singleton
public class CaseLists {
    private static final int MOST = 100;
    private static final int MOST_OFFERED = 100;

    private final CaseListRepository rows;
    private final CaseReportRepository reports;
    private final CaseRules rules;
    private final Markdown markdown;
    private final Transactions transactions;

    CaseLists(
            CaseListRepository rows,
            CaseReportRepository reports,
            CaseRules rules,
            Markdown markdown,
            Transactions transactions) {
        this.rows = rows;
        this.reports = reports;
        this.rules = rules;
        this.markdown = markdown;
        this.transactions = transactions;
    }

    /// A community's published stories, the newest first.
    ///
    /// @param after the cursor of the page before
    public Slice<CaseSummary> in(
            Viewer viewer, long communityId, CaseFilter filter, @Nullable String after, int limit) {
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(
                viewer,
                () ->
                        slice(
                                rows.newest(
                                        communityId,
                                        filter.conditions().stream()
                                                .map(one -> String.join("|", Conditions.alike(one)))
                                                .toArray(String[]::new),
                                        code(filter.setting()),
                                        code(filter.outcome()),
                                        filter.tag(),
                                        from.at(),
                                        from.id(),
                                        taken + 1),
                                taken));
    }

    private static @Nullable String code(@Nullable Enum<?> choice) {
        return choice == null ? null : Codes.of(choice);
    }

    /// The conditions that are offered in a community: its own, and the common ones.
    ///
    /// @param language in which the common ones are called, ISO 639-1
    public List<Conditions.Offered> conditions(Viewer viewer, long communityId, String language) {
        List<String> used =
                transactions.read(viewer, () -> rows.conditions(communityId, MOST_OFFERED));
        return Stream.concat(
                        Conditions.besides(used).stream()
                                .map(name -> new Conditions.Offered(name, List.of())),
                        Conditions.common(language).stream())
                .toList();
    }

    /// The newest of all communities that the viewer reads.
    ///
    /// @param tag null: any
    public List<CaseSummary> latest(Viewer viewer, @Nullable String tag, int limit) {
        return transactions.read(
                viewer,
                () ->
                        rows.latest(tag, Math.clamp(limit, 1, MOST)).stream()
                                .map(CaseSummaryRow::summary)
                                .toList());
    }

    /// The safe HTML of what is told in these, by id.
    public Map<Long, String> told(Viewer viewer, Collection<Long> ids) {
        return transactions.read(
                viewer,
                () ->
                        rows.told(ids.toArray(Long[]::new)).stream()
                                .collect(
                                        Collectors.toMap(
                                                SectionRow::storyId,
                                                row ->
                                                        row.section(
                                                                        false,
                                                                        markdown,
                                                                        Ids.text(row.storyId()))
                                                                .html()
                                                                .value())));
    }

    /// What somebody has told and signed, as far as the viewer reads it, the newest first.
    public Slice<CaseSummary> by(Viewer viewer, long personId, @Nullable String after, int limit) {
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(
                viewer,
                () -> slice(rows.signedBy(personId, from.at(), from.id(), taken + 1), taken));
    }

    /// The viewer's own stories, the one written in last first: drafts, what waits, what is read,
    /// what was hidden or withdrawn; at most 100.
    public List<CaseSummary> own(Viewer.SignedIn viewer) {
        return transactions.read(
                viewer, () -> rows.own(MOST).stream().map(CaseSummaryRow::summary).toList());
    }

    /// Those that others read and she has begun to change, the one written in last first.
    public List<BegunStory> begun(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> rows.begun(MOST));
    }

    /// Those of her own that are told where she is no longer, and that she has not taken back.
    public List<CaseSummary> left(Viewer.SignedIn viewer) {
        return transactions.read(
                viewer, () -> rows.left(MOST).stream().map(CaseSummaryRow::summary).toList());
    }

    /// What the viewer was asked by name to read before the others do, in all communities, the
    /// oldest first; at most 100.
    public List<CaseSummary> asked(Viewer.SignedIn viewer) {
        return transactions.read(
                viewer,
                () -> rows.askedOfViewer(MOST).stream().map(CaseSummaryRow::summary).toList());
    }

    /// What waits for a second reader, the oldest first.
    ///
    /// @throws rounds.kernel.ProblemException as the policy refuses it
    public Slice<CaseSummary> queue(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        rules.require(Capability.RELEASE, community.standing(), false);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.oldestFirst(after);
        return transactions.read(
                viewer,
                () -> slice(rows.queued(community.id(), from.at(), from.id(), taken + 1), taken));
    }

    /// What is hidden and why, what was published last first.
    ///
    /// @throws rounds.kernel.ProblemException as the policy refuses it
    public Slice<HiddenCase> hidden(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        rules.require(Capability.HIDE, community.standing(), false);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(
                viewer,
                () -> {
                    Slice<CaseSummary> found =
                            slice(
                                    rows.hidden(community.id(), from.at(), from.id(), taken + 1),
                                    taken);
                    Map<Long, HiddenCaseRow> why = why(found.items());
                    return found.map(one -> HiddenCase.of(one, why.get(one.id())));
                });
    }

    private Map<Long, HiddenCaseRow> why(List<CaseSummary> hidden) {
        return hidden.isEmpty()
                ? Map.of()
                : rows.why(hidden.stream().map(CaseSummary::id).toArray(Long[]::new)).stream()
                        .collect(Collectors.toMap(HiddenCaseRow::id, row -> row));
    }

    /// What was reported and not yet decided, the oldest first.
    ///
    /// @throws rounds.kernel.ProblemException as the policy refuses it
    public Slice<CaseReport> reports(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        rules.require(Capability.SEE_REPORTS, community.standing(), false);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.oldestFirst(after);
        return transactions.read(
                viewer,
                () ->
                        Slice.of(
                                        reports.reports(
                                                community.id(), from.at(), from.id(), taken + 1),
                                        taken,
                                        row -> Cursor.after(row.madeAt(), row.id()))
                                .map(CaseReportRow::report));
    }

    private static Slice<CaseSummary> slice(List<CaseSummaryRow> found, int limit) {
        return Slice.of(found, limit, row -> Cursor.after(row.at(), row.id()))
                .map(CaseSummaryRow::summary);
    }
}
