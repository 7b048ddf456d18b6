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

import java.time.Instant;
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
    private final WithheldRepository withheld;
    private final ProposalRepository proposals;
    private final Curation curation;
    private final Transactions transactions;

    LibraryDesk(
            ResourceReportRepository reports,
            ShelfRepository shelf,
            WithheldRepository withheld,
            ProposalRepository proposals,
            Curation curation,
            Transactions transactions) {
        this.reports = reports;
        this.shelf = shelf;
        this.withheld = withheld;
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
        return transactions.read(
                viewer,
                () ->
                        about(
                                viewer,
                                list(
                                        Keyset.oldestFirst(after),
                                        limit,
                                        (at, id, most) ->
                                                reports.reports(community.id(), at, id, most),
                                        row -> Cursor.after(row.madeAt(), row.id()))));
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

    /// What waits to be let in, or is to be shown again, the oldest first. What was renewed while
    /// it waited is looked at anew.
    public Slice<Withheld> queue(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        return handled(
                        viewer,
                        community,
                        Keyset.oldestFirst(after),
                        limit,
                        (at, id, most) -> withheld.waiting(community.id(), at, id, most),
                        row -> Cursor.after(row.changedAt(), row.id()))
                .map(WithheldRow::withheld);
    }

    /// What is hidden, the newest first.
    public Slice<Withheld> hidden(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        return handled(
                        viewer,
                        community,
                        Keyset.newestFirst(after),
                        limit,
                        (at, id, most) -> withheld.hidden(community.id(), at, id, most),
                        row -> Cursor.after(row.changedAt(), row.id()))
                .map(WithheldRow::withheld);
    }

    /// Versions and words that wait for a decision, the oldest first.
    public Slice<Proposal> proposals(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        return handled(
                        viewer,
                        community,
                        Keyset.oldestFirst(after),
                        limit,
                        (at, id, most) -> proposals.waiting(community.id(), at, id, most),
                        row -> Cursor.after(row.madeAt(), row.id()))
                .map(ProposalRow::proposal);
    }

    /// Rows behind that moment and that id.
    private interface Query<T> {
        List<T> rows(Instant at, long id, int most);
    }

    private <T> Slice<T> handled(
            Viewer.SignedIn viewer,
            Community community,
            Keyset from,
            int limit,
            Query<T> query,
            Function<T, String> cursor) {
        curation.require(Capability.HANDLE_REPORTS, community.standing(), false);
        return transactions.read(viewer, () -> list(from, limit, query, cursor));
    }

    private static <T> Slice<T> list(
            Keyset from, int limit, Query<T> query, Function<T, String> cursor) {
        int taken = Math.clamp(limit, 1, MOST);
        return Slice.of(query.rows(from.at(), from.id(), taken + 1), taken, cursor);
    }
}
