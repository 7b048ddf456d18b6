package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Lists with which people keep up: what they follow, what waits for an answer, what somebody
/// wrote, what happened since. What the viewer may not read is not in them.
@Singleton
public class KeepingUp {
    private static final int MOST = 100;
    private static final int OPENED = 30;
    private static final int BUSY = 10;

    private final KeepingUpRepository rows;
    private final HelpedLatelyRepository helps;
    private final ForumContent contents;
    private final Transactions transactions;

    KeepingUp(
            KeepingUpRepository rows,
            HelpedLatelyRepository helps,
            ForumContent contents,
            Transactions transactions) {
        this.rows = rows;
        this.helps = helps;
        this.contents = contents;
        this.transactions = transactions;
    }

    /// What the viewer hears everything of, the latest first.
    public Slice<DiscussionSummary> followed(
            Viewer.SignedIn viewer, @Nullable String after, int limit) {
        Keyset from = Keyset.newestFirst(after);
        int most = taken(limit);
        return transactions.read(
                viewer,
                () ->
                        Slice.of(
                                        rows.followed(from.at(), from.id(), most + 1),
                                        most,
                                        row -> Cursor.after(row.lastAt(), row.id()))
                                .map(SummaryRow::summary));
    }

    /// Challenges without an answer, the newest first.
    public Slice<DiscussionSummary> unanswered(Viewer viewer, @Nullable String after, int limit) {
        Keyset from = Keyset.newestFirst(after);
        int most = taken(limit);
        return transactions.read(
                viewer, () -> opened(rows.unanswered(from.at(), from.id(), most + 1), most));
    }

    /// The same of one community.
    public Slice<DiscussionSummary> unanswered(
            Viewer viewer, long communityId, @Nullable String after, int limit) {
        Keyset from = Keyset.newestFirst(after);
        int most = taken(limit);
        return transactions.read(
                viewer,
                () -> opened(rows.unansweredIn(communityId, from.at(), from.id(), most + 1), most));
    }

    /// What helped with challenges in the viewer's communities, the newest mark first.
    public Slice<HelpedLately> helpedLately(
            Viewer.SignedIn viewer, @Nullable String after, int limit) {
        Keyset from = Keyset.newestMomentFirst(after);
        int most = taken(limit);
        return transactions.read(
                viewer, () -> helped(helps.mine(from.at(), from.id(), most + 1), most));
    }

    /// The same of one community.
    public Slice<HelpedLately> helpedLately(
            Viewer viewer, long communityId, @Nullable String after, int limit) {
        Keyset from = Keyset.newestMomentFirst(after);
        int most = taken(limit);
        return transactions.read(
                viewer, () -> helped(helps.in(communityId, from.at(), from.id(), most + 1), most));
    }

    private static Slice<HelpedLately> helped(List<HelpedLatelyRow> rows, int limit) {
        return Slice.of(rows, limit, row -> Cursor.after(row.markedAt(), row.postId()))
                .map(HelpedLatelyRow::helped);
    }

    /// What this person wrote, the newest first.
    public Slice<Excerpt> writtenBy(
            Viewer viewer, long personId, @Nullable String after, int limit) {
        Keyset from = Keyset.newestFirst(after);
        int most = taken(limit);
        return transactions.read(
                viewer,
                () -> {
                    Slice<WrittenRow> written =
                            Slice.of(
                                    rows.writtenBy(personId, from.at(), from.id(), most + 1),
                                    most,
                                    row -> Cursor.after(row.postedAt(), row.id()));
                    return new Slice<>(excerpts(written.items()), written.next());
                });
    }

    /// What happened in a community since then.
    public Since since(Viewer viewer, long communityId, Instant since) {
        return transactions.read(
                viewer,
                () -> {
                    List<SummaryRow> opened = rows.openedSince(communityId, since, OPENED + 1);
                    List<DiscussionSummary> shown =
                            opened.stream().limit(OPENED).map(SummaryRow::summary).toList();
                    return new Since(
                            ofKind(shown, true),
                            ofKind(shown, false),
                            busy(rows.busySince(communityId, since, BUSY)),
                            opened.size() > OPENED);
                });
    }

    private List<Busy> busy(List<FreshRow> fresh) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        Map<Long, DiscussionSummary> found =
                rows.these(fresh.stream().map(FreshRow::id).toArray(Long[]::new)).stream()
                        .collect(Collectors.toMap(SummaryRow::id, SummaryRow::summary));
        var busy = new ArrayList<Busy>();
        for (FreshRow row : fresh) {
            DiscussionSummary discussion = found.get(row.id());
            if (discussion != null) {
                busy.add(new Busy(discussion, row.fresh()));
            }
        }
        return busy;
    }

    private static List<DiscussionSummary> ofKind(
            List<DiscussionSummary> rows, boolean announcements) {
        return rows.stream()
                .filter(row -> (row.kind() == Kind.ANNOUNCEMENT) == announcements)
                .toList();
    }

    private List<Excerpt> excerpts(List<WrittenRow> written) {
        var found = new HashMap<ContentRef, Excerpt>();
        for (ContentType type : contents.types()) {
            List<Long> ids =
                    written.stream()
                            .map(WrittenRow::content)
                            .filter(content -> content.type() == type)
                            .map(ContentRef::id)
                            .toList();
            if (!ids.isEmpty()) {
                contents.readable(type, ids)
                        .forEach(excerpt -> found.put(excerpt.content(), excerpt));
            }
        }
        return written.stream()
                .map(row -> found.get(row.content()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Slice<DiscussionSummary> opened(List<SummaryRow> rows, int limit) {
        return Slice.of(rows, limit, row -> Cursor.after(row.openedAt(), row.id()))
                .map(SummaryRow::summary);
    }

    private static int taken(int limit) {
        return Math.clamp(limit, 1, MOST);
    }
}
