package rounds.notifications;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What a person is told of. Read is read on every device at once.
@Singleton
public class Notifications {
    private static final int MOST = 100;

    private final InboxRepository rows;
    private final WritingRepository writing;
    private final Contents contents;
    private final Clock clock;
    private final Transactions transactions;

    Notifications(
            InboxRepository rows,
            WritingRepository writing,
            Contents contents,
            Clock clock,
            Transactions transactions) {
        this.rows = rows;
        this.writing = writing;
        this.contents = contents;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// What happened, the newest first. What the viewer may no longer read is left out, so that a
    /// page may be shorter than asked for.
    ///
    /// @param unread only what she has not read
    /// @param after the cursor of the page before
    public Slice<Bundle> page(
            Viewer.SignedIn viewer, boolean unread, @Nullable String after, int limit) {
        Keyset from = Keyset.newestFirst(after);
        int most = Math.clamp(limit, 1, MOST);
        return transactions.read(
                viewer,
                () -> {
                    List<List<NotificationRow>> bundles =
                            bundled(rows.page(unread, from.at(), from.id(), most + 1, Bundle.DEEP));
                    Slice<List<NotificationRow>> page =
                            Slice.of(
                                    bundles,
                                    most,
                                    bundle ->
                                            Cursor.after(
                                                    bundle.getFirst().headAt(),
                                                    bundle.getFirst().headId()));
                    return new Slice<>(shown(page.items()), page.next());
                });
    }

    /// Marks everything as read that was there at that moment.
    public void readAll(Viewer.SignedIn viewer, Instant until) {
        transactions.write(viewer, () -> rows.readAll(clock.instant(), until));
    }

    /// Marks one bundle as read.
    public void read(Viewer.SignedIn viewer, String bundle) {
        transactions.write(viewer, () -> rows.readBundle(clock.instant(), bundle));
    }

    /// Marks as read what tells of a saved search, whose news she has before her.
    public void lookedAt(Viewer.SignedIn viewer, long search) {
        read(viewer, Reason.SEARCH_FOUND.bundle(0, 0, search));
    }

    /// Marks as read what speaks of these, which the viewer has before her.
    ///
    /// @param groupId the discussion they stand in
    public void seen(Viewer.SignedIn viewer, long groupId, Collection<Long> contents) {
        Long[] ids = contents.stream().limit(MOST + 1).toArray(Long[]::new);
        transactions.write(viewer, () -> rows.readSeen(clock.instant(), groupId, ids));
    }

    /// How many things she is told of that she has not read, counted up to 100.
    public int unread(Viewer.SignedIn viewer) {
        return transactions.read(viewer, rows::unread);
    }

    /// Which of these people were told of these contents, or are meant by these memberships. Knows
    /// no viewer: nothing of it may be shown.
    public Set<Long> concerned(Collection<Long> contents, Collection<Long> people) {
        return transactions.system(() ->
                Set.copyOf(
                        writing.concerned(
                                contents.toArray(Long[]::new), people.toArray(Long[]::new))));
    }

    private List<Bundle> shown(List<List<NotificationRow>> bundles) {
        Map<ContentRef, Excerpt> readable =
                contents.readable(
                        bundles.stream()
                                .flatMap(List::stream)
                                .map(NotificationRow::content)
                                .toList());
        return bundles.stream()
                .map(bundle -> Bundle.of(bundle, readable))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<List<NotificationRow>> bundled(List<NotificationRow> rows) {
        var bundles = new LinkedHashMap<String, List<NotificationRow>>();
        for (NotificationRow row : rows) {
            bundles.computeIfAbsent(row.bundle(), _ -> new ArrayList<>()).add(row);
        }
        return List.copyOf(bundles.values());
    }
}
