package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Lists of what a library holds.
@Singleton
public class Shelves {
    private static final int MOST = 100;

    private final ShelfRepository rows;
    private final WithheldRepository withheld;
    private final Standings standings;
    private final Transactions transactions;
    private final Clock clock;

    Shelves(
            ShelfRepository rows,
            WithheldRepository withheld,
            Standings standings,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.withheld = withheld;
        this.standings = standings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A community's resources.
    ///
    /// @param after the cursor of the page before
    public Slice<ResourceSummary> in(
            Viewer viewer,
            long communityId,
            ShelfFilter filter,
            @Nullable String after,
            int limit) {
        int taken = Math.clamp(limit, 1, MOST);
        return transactions.read(
                viewer,
                () ->
                        switch (filter.order()) {
                            case NEWEST ->
                                    newest(communityId, filter, Keyset.newestFirst(after), taken);
                            case MOST_USED ->
                                    mostUsed(communityId, filter, Cursor.parse(after, 2), taken);
                            case DUE -> due(communityId, Cursor.parse(after, 2), taken);
                        });
    }

    /// What the viewer shared, in all her communities, the newest first; what she took away herself
    /// is not among it.
    ///
    /// @param after the cursor of the page before
    public Slice<Withheld> mine(Viewer.SignedIn viewer, @Nullable String after, int limit) {
        int taken = Math.clamp(limit, 1, MOST);
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(
                viewer,
                () ->
                        standings.of(
                                Slice.of(
                                        withheld.mine(from.at(), from.id(), taken + 1),
                                        taken,
                                        row -> Cursor.after(row.at(), row.id()))));
    }

    private Slice<ResourceSummary> newest(
            long communityId, ShelfFilter filter, Keyset from, int limit) {
        List<ResourceSummaryRow> found =
                rows.newest(
                        communityId,
                        kind(filter),
                        filter.tag(),
                        filter.language(),
                        from.at(),
                        from.id(),
                        limit + 1);
        return Slice.of(found, limit, row -> Cursor.after(row.changedAt(), row.id()))
                .map(ResourceSummaryRow::summary);
    }

    private Slice<ResourceSummary> mostUsed(
            long communityId, ShelfFilter filter, @Nullable Cursor after, int limit) {
        List<ResourceSummaryRow> found =
                rows.mostUsed(
                        communityId,
                        kind(filter),
                        filter.tag(),
                        filter.language(),
                        after == null
                                ? Integer.MAX_VALUE
                                : (int) Math.clamp(after.number(0), 0, Integer.MAX_VALUE),
                        after == null ? Long.MAX_VALUE : after.number(1),
                        limit + 1);
        return Slice.of(found, limit, row -> Cursor.after(row.readers(), row.id()))
                .map(ResourceSummaryRow::summary);
    }

    private Slice<ResourceSummary> due(long communityId, @Nullable Cursor after, int limit) {
        List<ResourceSummaryRow> found =
                rows.due(
                        communityId,
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        after == null
                                ? LocalDate.EPOCH
                                : LocalDate.ofEpochDay(Math.clamp(after.number(0), 0, 2_000_000)),
                        after == null ? 0 : after.number(1),
                        limit + 1);
        return Slice.of(
                        found,
                        limit,
                        row ->
                                Cursor.after(
                                        row.reviewOn() == null ? 0 : row.reviewOn().toEpochDay(),
                                        row.id()))
                .map(ResourceSummaryRow::summary);
    }

    private static @Nullable String kind(ShelfFilter filter) {
        return filter.kind() == null ? null : filter.kind().code();
    }
}
