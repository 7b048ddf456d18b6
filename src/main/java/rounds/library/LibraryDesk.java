package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What of a library lies before a community's moderators.
@Singleton
public class LibraryDesk {
    private static final int MOST = 100;

    private final ResourceReportRepository reports;
    private final ShelfRepository shelf;
    private final ProposalRepository proposals;
    private final Curation curation;
    private final Transactions transactions;

    LibraryDesk(
            ResourceReportRepository reports,
            ShelfRepository shelf,
            ProposalRepository proposals,
            Curation curation,
            Transactions transactions) {
        this.reports = reports;
        this.shelf = shelf;
        this.proposals = proposals;
        this.curation = curation;
        this.transactions = transactions;
    }

    /// What was reported and not yet decided, the oldest first.
    ///
    /// @throws rounds.kernel.ProblemException as the policy refuses it
    public Slice<ResourceReport> reports(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        curation.require(Capability.SEE_REPORTS, community.standing(), false);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.oldestFirst(after);
        return transactions.read(
                viewer,
                () -> {
                    Slice<ResourceReportRow> found =
                            Slice.of(
                                    reports.reports(
                                            community.id(), from.at(), from.id(), taken + 1),
                                    taken,
                                    row -> Cursor.after(row.madeAt(), row.id()));
                    return about(viewer, found);
                });
    }

    private Slice<ResourceReport> about(Viewer.SignedIn viewer, Slice<ResourceReportRow> found) {
        Long[] ids =
                found.items().stream()
                        .map(ResourceReportRow::resourceId)
                        .distinct()
                        .toArray(Long[]::new);
        Map<Long, ResourceSummary> byId =
                ids.length == 0
                        ? Map.of()
                        : shelf.these(ids).stream()
                                .map(ResourceSummaryRow::summary)
                                .collect(
                                        Collectors.toMap(ResourceSummary::id, Function.identity()));
        return found.map(row -> {
            ResourceSummary resource = Objects.requireNonNull(byId.get(row.resourceId()));
            return row.about(resource, resource.sharedBy().id() == viewer.personId());
        });
    }

    /// What waits to be let in, the oldest first.
    public Slice<ResourceSummary> queue(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        curation.require(Capability.HANDLE_REPORTS, community.standing(), false);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.oldestFirst(after);
        return transactions.read(
                viewer,
                () -> {
                    List<ResourceSummaryRow> found =
                            shelf.queued(community.id(), from.at(), from.id(), taken + 1);
                    // What was renewed while it waited is looked at anew.
                    return Slice.of(found, taken, row -> Cursor.after(row.changedAt(), row.id()))
                            .map(ResourceSummaryRow::summary);
                });
    }

    /// What is hidden, the newest first.
    public Slice<ResourceSummary> hidden(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        curation.require(Capability.HANDLE_REPORTS, community.standing(), false);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(
                viewer,
                () -> {
                    List<ResourceSummaryRow> found =
                            shelf.hidden(community.id(), from.at(), from.id(), taken + 1);
                    return Slice.of(found, taken, row -> Cursor.after(row.changedAt(), row.id()))
                            .map(ResourceSummaryRow::summary);
                });
    }

    /// Versions and words that wait for a decision, the oldest first.
    public Slice<Proposal> proposals(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        curation.require(Capability.HANDLE_REPORTS, community.standing(), false);
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.oldestFirst(after);
        return transactions.read(
                viewer,
                () ->
                        Slice.of(
                                        proposals.waiting(
                                                community.id(), from.at(), from.id(), taken + 1),
                                        taken,
                                        row -> Cursor.after(row.madeAt(), row.id()))
                                .map(ProposalRow::proposal));
    }
}
