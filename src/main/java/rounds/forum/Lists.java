package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.entry.Entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Makes the pages of lists.
@Singleton
final class Lists {
    /// Pinned is what everybody must see: more than a few and nobody sees any.
    private static final int MOST_PINNED = 20;

    private final SummaryRepository rows;

    Lists(SummaryRepository rows) {
        this.rows = rows;
    }

    Slice<DiscussionSummary> inCommunity(
            long community, Filter filter, @Nullable String after, int limit) {
        String tag = filter.tag() == null ? null : Entry.tag(filter.tag());
        String kind = filter.kind() == null ? null : filter.kind().code();
        String progress = filter.progress() == null ? null : filter.progress().code();
        Slice<DiscussionSummary> latest =
                list(
                        after,
                        limit,
                        SummaryRow::lastAt,
                        from ->
                                progress != null
                                        ? rows.inCommunityInProgress(
                                                community, progress, tag, from.at(), from.id(),
                                                limit + 1)
                                        : kind == null
                                                ? rows.inCommunity(
                                                        community, tag, from.at(), from.id(),
                                                        limit + 1)
                                                : rows.inCommunityOfKind(
                                                        community, kind, tag, from.at(), from.id(),
                                                        limit + 1));
        if (after != null && !after.isEmpty()) {
            return latest;
        }
        var items = new ArrayList<DiscussionSummary>();
        rows.pinned(community, kind, tag, progress, MOST_PINNED).stream()
                .map(SummaryRow::summary)
                .forEach(items::add);
        items.addAll(latest.items());
        return new Slice<>(items, latest.next());
    }

    List<DiscussionSummary> featured(long community) {
        return rows.featured(community, Arrangement.MOST_FEATURED).stream()
                .map(SummaryRow::summary)
                .toList();
    }

    Slice<DiscussionSummary> openedBetween(
            long community, Instant from, Instant until, @Nullable String after, int limit) {
        return list(
                after,
                limit,
                SummaryRow::openedAt,
                at -> rows.openedBetween(community, from, until, at.at(), at.id(), limit + 1));
    }

    Slice<DiscussionSummary> latest(@Nullable String after, int limit) {
        return list(
                after,
                limit,
                SummaryRow::lastAt,
                from -> rows.latest(from.at(), from.id(), limit + 1));
    }

    Slice<DiscussionSummary> leadingTo(ContentRef content, @Nullable String after, int limit) {
        return list(
                after,
                limit,
                SummaryRow::lastAt,
                from ->
                        rows.leadingTo(
                                content.type().code(),
                                content.id(),
                                from.at(),
                                from.id(),
                                limit + 1));
    }

    List<DiscussionSummary> requests(long community, int limit) {
        return rows.requests(community, Keyset.LAST, Long.MAX_VALUE, limit).stream()
                .map(SummaryRow::summary)
                .toList();
    }

    Slice<DiscussionSummary> tagged(String tag, @Nullable String after, int limit) {
        return list(
                after,
                limit,
                SummaryRow::lastAt,
                from -> rows.tagged(tag, from.at(), from.id(), limit + 1));
    }

    Slice<DiscussionSummary> mine(@Nullable String after, int limit) {
        return list(
                after,
                limit,
                SummaryRow::lastAt,
                from -> rows.mine(from.at(), from.id(), limit + 1));
    }

    Slice<DiscussionSummary> byHandle(String handle, @Nullable String after, int limit) {
        return list(
                after,
                limit,
                SummaryRow::openedAt,
                from -> rows.byHandle(handle, from.at(), from.id(), limit + 1));
    }

    Slice<DiscussionSummary> by(long person, @Nullable String after, int limit) {
        return list(
                after,
                limit,
                SummaryRow::openedAt,
                from -> rows.by(person, from.at(), from.id(), limit + 1));
    }

    static Slice<DiscussionSummary> list(
            @Nullable String after,
            int limit,
            Function<SummaryRow, Instant> order,
            Function<Keyset, List<SummaryRow>> read) {
        return Slice.of(
                        read.apply(Keyset.newestFirst(after)),
                        limit,
                        row -> Cursor.after(order.apply(row), row.id()))
                .map(SummaryRow::summary);
    }
}
