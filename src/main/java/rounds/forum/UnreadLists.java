package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;

/// What is new to somebody in her communities.
@Singleton
final class UnreadLists {
    /// Of each community so many of the latest discussions are looked at for the list, and so many
    /// for the counts: what lies further back is no news, and the cost has an end.
    static final int SCANNED = 300;

    private static final int COUNTED = Unread.MOST + 1;

    private final ReadingRepository rows;

    UnreadLists(ReadingRepository rows) {
        this.rows = rows;
    }

    Slice<DiscussionSummary> list(
            @Nullable String community, @Nullable Kind kind, @Nullable String after, int limit) {
        String code = kind == null ? null : kind.code();
        int taken = Math.clamp(limit, 1, Discussions.MOST);
        return Lists.list(
                after,
                taken,
                SummaryRow::lastAt,
                from -> rows.unread(community, code, SCANNED, from.at(), from.id(), taken + 1));
    }

    Unread counts() {
        return new Unread(
                rows.counts(COUNTED, Keyset.LAST, Long.MAX_VALUE).stream()
                        .map(row ->
                                new Unread.Count(
                                        row.slug(), row.name(), Kind.of(row.kind()), row.n()))
                        .toList());
    }
}
