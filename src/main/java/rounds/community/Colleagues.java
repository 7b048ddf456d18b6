package rounds.community;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// People with whom the viewer shares a community now, and herself: nobody else can be found, and
/// nobody else changes who is.
@Singleton
public class Colleagues {
    /// As many as anybody looks through; words that fit more want another word.
    public static final int MOST_FOUND = 1_000;

    private final ColleagueRepository rows;
    private final Transactions transactions;

    Colleagues(ColleagueRepository rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// Those of whose name or handle each of these words begins a word, by name.
    public List<Colleague> named(Viewer.SignedIn viewer, String words, int limit) {
        String asked = Directory.searched(words);
        return asked.isEmpty()
                ? List.of()
                : transactions.read(viewer, () -> rows.named(asked, limit));
    }

    /// Those that are looked for: whose names fit before those whose work does.
    public List<Colleague> first(Viewer.SignedIn viewer, PeopleAsked asked, int limit) {
        return asked.isEmpty()
                ? List.of()
                : transactions.read(
                        viewer, () -> rows.first(asked.words(), asked.all(), MOST_FOUND, limit));
    }

    /// What those say who are looked for, or all where nothing is asked: the most frequent first;
    /// nothing that says the same of all of them.
    public Map<Told, List<ToldCount>> told(Viewer.SignedIn viewer, PeopleAsked asked) {
        List<Colleague> people =
                transactions.read(
                        viewer,
                        () ->
                                asked.isEmpty()
                                        ? rows.everybody(MOST_FOUND)
                                        : found(asked, null, MOST_FOUND));
        var told = new EnumMap<Told, List<ToldCount>>(Told.class);
        for (Told one : Told.values()) {
            List<ToldCount> counts =
                    ToldCount.of(one, people).stream()
                            .filter(count -> asked.isEmpty() || count.people() < people.size())
                            .toList();
            if (!counts.isEmpty() && asked.of(one).isEmpty()) {
                told.put(one, counts);
            }
        }
        return told;
    }

    /// How many of them there are, at most [#MOST_FOUND].
    public int count(Viewer.SignedIn viewer, PeopleAsked asked) {
        return asked.isEmpty()
                ? 0
                : transactions.read(
                        viewer,
                        () ->
                                rows.count(
                                        asked.all(),
                                        asked.profession(),
                                        asked.expertise(),
                                        asked.emr(),
                                        asked.place(),
                                        MOST_FOUND));
    }

    /// All of them, by name; nobody where nothing is asked.
    ///
    /// @param after the cursor of the page before
    public Slice<Colleague> found(
            Viewer.SignedIn viewer, PeopleAsked asked, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, 2);
        if (asked.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        return transactions.read(
                viewer,
                () ->
                        Slice.of(
                                found(asked, cursor, limit + 1),
                                limit,
                                one -> Cursor.after(one.sortKey(), one.id())));
    }

    private List<Colleague> found(PeopleAsked asked, @Nullable Cursor cursor, int limit) {
        return rows.found(
                asked.all(),
                asked.profession(),
                asked.expertise(),
                asked.emr(),
                asked.place(),
                MOST_FOUND,
                cursor == null ? "" : cursor.text(0),
                cursor == null ? Long.MIN_VALUE : cursor.number(1),
                limit);
    }
}
