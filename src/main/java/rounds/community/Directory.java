package rounds.community;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.util.List;

/// The communities that a viewer may know of.
@Singleton
public class Directory {
    /// Longer searches are cut; each word costs a look at every community.
    private static final int LONGEST_SEARCH = 200;

    private final DirectoryRepository rows;
    private final Policy policy;
    private final Transactions transactions;

    Directory(DirectoryRepository rows, Policy policy, Transactions transactions) {
        this.rows = rows;
        this.policy = policy;
        this.transactions = transactions;
    }

    /// Those that have all these words in their name, purpose or audience, by name.
    ///
    /// @param words empty: all
    /// @param language in which people write there, as a code; empty: any
    /// @param after the cursor of the page before
    public Slice<Community> page(
            Viewer viewer, String words, String language, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, 2);
        return transactions.read(viewer, () -> page(viewer, words, language, cursor, limit));
    }

    /// Those that the viewer may know of and of whose names each of these words begins a word: her
    /// own first.
    public List<Mine> called(Viewer viewer, String words, int limit) {
        String asked = searched(words);
        return asked.isEmpty()
                ? List.of()
                : transactions.read(viewer, () -> rows.called(asked, limit));
    }

    private Slice<Community> page(
            Viewer viewer, String words, String language, @Nullable Cursor after, int limit) {
        List<DirectoryRow> found =
                rows.page(
                        searched(words),
                        language.strip(),
                        after == null ? "" : after.text(0),
                        after == null ? Long.MIN_VALUE : after.number(1),
                        limit + 1);
        return Slice.of(found, limit, row -> Cursor.after(row.sortKey(), row.id()))
                .map(row -> row.seenBy(viewer, policy));
    }

    static String searched(String words) {
        String plain = words.replace('\0', ' ').strip().replaceAll("[\\s\\p{Z}]+", " ");
        return plain.length() <= LONGEST_SEARCH ? plain : plain.substring(0, LONGEST_SEARCH);
    }
}
