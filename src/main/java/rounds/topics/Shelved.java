package rounds.topics;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A topic's shelf as its viewer may read it.
///
/// @param entries in reading order, from its beginning
/// @param next the cursor of those after them; null: that is all
/// @param suggested by members, the oldest first; for members alone
/// @param unseen how many stand there besides that she cannot read, because they are hidden, gone
///   or none of hers; 0 for whoever does not tend it
/// @param arranged raised with every change of what stands there and in which order
/// @param curates whether she puts things there
/// @param suggests whether she may suggest something
public record Shelved(
        List<ShelfEntry> entries,
        @Nullable String next,
        List<ShelfEntry> suggested,
        int unseen,
        int arranged,
        boolean curates,
        boolean suggests) {

    public static final Shelved NOTHING =
            new Shelved(List.of(), null, List.of(), 0, 0, false, false);

    /// So many are seen before one asks for more.
    private static final int FIRST = 12;

    public List<ShelfEntry> first() {
        return entries.subList(0, Math.min(FIRST, entries.size()));
    }

    public List<ShelfEntry> rest() {
        return entries.subList(Math.min(FIRST, entries.size()), entries.size());
    }
}
