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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of a library lies before a community's moderators.
@Singleton
public class LibraryDesk {
    private static final int MOST = 100;

    private final ResourceReportRepository reports;
    private final WithheldRepository withheld;
    private final ProposalRepository proposals;
    private final Standings standings;
    private final Curation curation;
    private final Transactions transactions;

    LibraryDesk(
            ResourceReportRepository reports,
            WithheldRepository withheld,
            ProposalRepository proposals,
            Standings standings,
            Curation curation,
            Transactions transactions) {
        this.reports = reports;
        this.withheld = withheld;
        this.proposals = proposals;
        this.standings = standings;
        this.curation = curation;
        this.transactions = transactions;
    }

    /// What was reported and not yet decided, the oldest first: each report for itself.
    ///
    /// @throws rounds.kernel.ProblemException as the policy refuses it
    public Slice<ResourceReport> reports(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        curation.require(Capability.SEE_REPORTS, community.standing(), false);
        return transactions.read(
                viewer,
                () -> {
                    Slice<ResourceReportRow> found =
                            list(
                                    Keyset.oldestFirst(after),
                                    limit,
                                    (at, id, most) -> reports.reports(community.id(), at, id, most),
                                    row -> Cursor.after(row.madeAt(), row.id()));
                    return new Slice<>(told(viewer, found.items()), found.next());
                });
    }

    private List<ResourceReport> told(Viewer.SignedIn viewer, List<ResourceReportRow> rows) {
        Map<Long, ResourceSummary> byId =
                standings.summaries(rows.stream().map(ResourceReportRow::resourceId).toList());
        return rows.stream()
                .flatMap(row ->
                        Stream.ofNullable(byId.get(row.resourceId()))
                                .map(resource -> row.about(resource, own(viewer, resource))))
                .toList();
    }

    private static boolean own(Viewer.SignedIn viewer, ResourceSummary resource) {
        return resource.sharedBy().id() == viewer.personId();
    }

    /// What waits to be let in, or is to be shown again, the oldest first. What was renewed while
    /// it waited is looked at anew.
    public Slice<Withheld> queue(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        return oldest(viewer, community, after, limit, withheld::queue);
    }

    /// What is hidden, the newest first.
    public Slice<Withheld> hidden(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        return newest(viewer, community, after, limit, withheld::hidden);
    }

    /// The resources of which reports wait, the longest waiting first.
    public Slice<LibraryCase> reportedCases(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        return cases(viewer, oldest(viewer, community, after, limit, withheld::reportedCases));
    }

    /// The other resources that wait for moderators: to be let in or shown again, or for what
    /// somebody proposes; the longest waiting first.
    public Slice<LibraryCase> waitingCases(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        return cases(viewer, oldest(viewer, community, after, limit, withheld::waitingCases));
    }

    /// The other resources that are hidden, the newest first.
    public Slice<LibraryCase> hiddenCases(
            Viewer.SignedIn viewer, Community community, @Nullable String after, int limit) {
        return cases(viewer, newest(viewer, community, after, limit, withheld::hiddenCases));
    }

    private Slice<LibraryCase> cases(Viewer.SignedIn viewer, Slice<Withheld> found) {
        Long[] ids = found.items().stream().map(one -> one.resource().id()).toArray(Long[]::new);
        if (ids.length == 0) {
            return new Slice<>(List.of(), found.next());
        }
        return transactions.read(
                viewer,
                () -> {
                    Map<Long, List<ResourceReport>> reported =
                            told(viewer, reports.of(ids)).stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    report -> report.resource().id()));
                    Map<Long, List<Proposal>> proposed =
                            proposals.of(ids).stream()
                                    .map(ProposalRow::proposal)
                                    .collect(Collectors.groupingBy(Proposal::resourceId));
                    return found.map(one -> {
                        long id = one.resource().id();
                        return new LibraryCase(
                                one,
                                reported.getOrDefault(id, List.of()),
                                proposed.getOrDefault(id, List.of()),
                                own(viewer, one.resource()));
                    });
                });
    }

    /// Rows behind that moment and that id.
    private interface Query<T> {
        List<T> rows(Instant at, long id, int most);
    }

    /// The same of a community.
    private interface CommunityQuery {
        List<WithheldRow> rows(long communityId, Instant at, long id, int most);
    }

    private Slice<Withheld> oldest(
            Viewer.SignedIn viewer,
            Community community,
            @Nullable String after,
            int limit,
            CommunityQuery query) {
        return handled(viewer, community, Keyset.oldestFirst(after), limit, query);
    }

    private Slice<Withheld> newest(
            Viewer.SignedIn viewer,
            Community community,
            @Nullable String after,
            int limit,
            CommunityQuery query) {
        return handled(viewer, community, Keyset.newestFirst(after), limit, query);
    }

    private Slice<Withheld> handled(
            Viewer.SignedIn viewer,
            Community community,
            Keyset from,
            int limit,
            CommunityQuery query) {
        curation.require(Capability.HANDLE_REPORTS, community.standing(), false);
        return transactions.read(
                viewer,
                () ->
                        standings.of(
                                list(
                                        from,
                                        limit,
                                        (at, id, most) -> query.rows(community.id(), at, id, most),
                                        row -> Cursor.after(row.at(), row.id()))));
    }

    private static <T> Slice<T> list(
            Keyset from, int limit, Query<T> query, Function<T, String> cursor) {
        int taken = Math.clamp(limit, 1, MOST);
        return Slice.of(query.rows(from.at(), from.id(), taken + 1), taken, cursor);
    }
}
