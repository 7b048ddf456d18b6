package rounds.notifications;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a person saved for later, with a note and a day to be reminded. Only she sees it.
@Singleton
public class Bookmarks {
    public static final int LONGEST_NOTE = 500;

    private static final int MOST = 100;

    private final BookmarkRepository rows;
    private final Contents contents;
    private final Limits limits;
    private final Clock clock;
    private final Transactions transactions;

    Bookmarks(
            BookmarkRepository rows,
            Contents contents,
            Limits limits,
            Clock clock,
            Transactions transactions) {
        this.rows = rows;
        this.contents = contents;
        this.limits = limits;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Saves a discussion, a post, a resource or a case story; what is saved stays so.
    ///
    /// @return what was saved
    /// @throws ProblemException not found, for what the viewer may not read
    public Excerpt save(Viewer.SignedIn viewer, ContentRef content) {
        limits.take(Limit.KEEP, String.valueOf(viewer.personId()));
        return transactions.write(
                viewer,
                () -> {
                    Excerpt found = readable(content);
                    if (content.type() == ContentType.RESOURCE) {
                        rows.saveResource(content.id(), clock.instant());
                    } else if (content.type() == ContentType.TOPIC) {
                        rows.saveTopic(content.id(), clock.instant());
                    } else if (content.type() == ContentType.CASE_STORY) {
                        rows.saveStory(content.id(), clock.instant());
                    } else {
                        rows.save(
                                content.type().code(),
                                content.id(),
                                found.group().id(),
                                clock.instant());
                    }
                    return found;
                });
    }

    /// Whether the viewer has saved it.
    public boolean has(Viewer viewer, ContentRef content) {
        return viewer instanceof Viewer.SignedIn
                && transactions.read(viewer, () -> rows.has(content.type().code(), content.id()));
    }

    /// Removes it from what is saved, note and reminder with it.
    public void remove(Viewer.SignedIn viewer, ContentRef content) {
        transactions.write(viewer, () -> rows.remove(content.type().code(), content.id()));
    }

    /// Changes what she notes beside it.
    ///
    /// @param note may be empty
    /// @param remindOn null: never
    /// @throws ProblemException invalid; not found, if it is not saved
    public void change(
            Viewer.SignedIn viewer, ContentRef content, String note, @Nullable LocalDate remindOn) {
        String words = note.strip();
        if (words.codePointCount(0, words.length()) > LONGEST_NOTE) {
            throw ProblemException.invalid("note", "saved.note.too-long", LONGEST_NOTE);
        }
        if (remindOn != null && (remindOn.getYear() < 2000 || remindOn.getYear() > 2999)) {
            throw ProblemException.invalid("remindOn", "saved.day.unknown");
        }
        transactions.run(
                viewer,
                () -> {
                    if (remindOn != null
                            && rows.isOver(
                                    content.type().code(),
                                    content.id(),
                                    remindOn,
                                    clock.instant())) {
                        throw ProblemException.invalid("remindOn", "saved.day.over");
                    }
                    if (rows.change(content.type().code(), content.id(), words, remindOn) == 0) {
                        throw ProblemException.notFound();
                    }
                });
    }

    /// Which day it is where she lives: the first on which she can be reminded.
    public LocalDate today(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> rows.today(clock.instant()));
    }

    /// What she saved, the newest first. What she may no longer read is left out.
    ///
    /// @param reminders only what she wants to be reminded of
    public Slice<Saved> page(
            Viewer.SignedIn viewer, boolean reminders, @Nullable String after, int limit) {
        Keyset from = Keyset.newestFirst(after);
        int most = Math.clamp(limit, 1, MOST);
        return transactions.read(
                viewer,
                () -> {
                    Slice<BookmarkRow> page =
                            Slice.of(
                                    rows.page(reminders, from.at(), from.id(), most + 1),
                                    most,
                                    row -> Cursor.after(row.madeAt(), row.contentId()));
                    return new Slice<>(shown(page.items()), page.next());
                });
    }

    private List<Saved> shown(List<BookmarkRow> saved) {
        Map<ContentRef, Excerpt> readable =
                contents.readable(saved.stream().map(BookmarkRow::content).toList());
        var shown = new ArrayList<Saved>();
        for (BookmarkRow row : saved) {
            Excerpt content = readable.get(row.content());
            if (content != null) {
                shown.add(new Saved(content, row.note(), row.remindOn(), row.madeAt()));
            }
        }
        return shown;
    }

    private Excerpt readable(ContentRef content) {
        Excerpt found = contents.readable(Set.of(content)).get(content);
        if (found == null) {
            throw ProblemException.notFound();
        }
        return found;
    }
}
