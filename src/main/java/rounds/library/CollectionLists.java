package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Markdown;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The collections of a library, and what stands in them.
@Singleton
public class CollectionLists {
    /// What a library may hold of them, so that all stand on one page.
    public static final int MOST = 100;

    private static final int MOST_RESOURCES = 100;
    private static final int MOST_FOUND = 10;
    private static final int MOST_WORDS = 8;

    private final CollectionRepository rows;
    private final CollectionEntryRepository entries;
    private final ShelfRepository shelf;
    private final Markdown markdown;
    private final Transactions transactions;

    CollectionLists(
            CollectionRepository rows,
            CollectionEntryRepository entries,
            ShelfRepository shelf,
            Markdown markdown,
            Transactions transactions) {
        this.rows = rows;
        this.entries = entries;
        this.shelf = shelf;
        this.markdown = markdown;
        this.transactions = transactions;
    }

    /// All of a community's collections in their order: each that lies in none, with those in it.
    public List<CollectionWithin> all(Viewer viewer, long communityId) {
        List<LibraryCollection> all =
                transactions.read(viewer, () -> shown(rows.in(communityId, MOST)));
        return all.stream()
                .filter(one -> !one.isNested())
                .map(one -> new CollectionWithin(one, lyingIn(one, all)))
                .toList();
    }

    private static List<LibraryCollection> lyingIn(
            LibraryCollection parent, List<LibraryCollection> all) {
        return all.stream()
                .filter(one -> one.parent() != null && one.parent().id() == parent.id())
                .toList();
    }

    /// A collection and those in it.
    ///
    /// @throws ProblemException not found, also for who may not read it
    public CollectionWithin one(Viewer viewer, long id) {
        return transactions.read(
                viewer,
                () ->
                        new CollectionWithin(
                                rows.seen(id)
                                        .orElseThrow(ProblemException::notFound)
                                        .shown(markdown),
                                shown(rows.within(id, MOST))));
    }

    /// What stands in a collection, in its order.
    ///
    /// @param after the cursor of the page before
    public Slice<ResourceSummary> in(Viewer viewer, long id, @Nullable String after, int limit) {
        Cursor from = Cursor.parse(after, 2);
        return transactions.read(
                viewer,
                () ->
                        page(
                                id,
                                from == null ? Long.MIN_VALUE : from.number(0),
                                from == null ? Long.MIN_VALUE : from.number(1),
                                limit));
    }

    /// The same page, or where this resource does not stand on it, one that begins just before it:
    /// whoever moves something goes along with it.
    public Slice<ResourceSummary> around(
            Viewer viewer, long id, long resourceId, @Nullable String after, int limit) {
        return transactions.read(
                viewer,
                () -> {
                    Slice<ResourceSummary> page = in(viewer, id, after, limit);
                    if (page.items().stream().anyMatch(one -> one.id() == resourceId)) {
                        return page;
                    }
                    return entries.entry(id, resourceId)
                            .flatMap(it -> entries.before(id, it.place(), resourceId, resourceId))
                            .map(before -> page(id, before.place(), before.id() - 1, limit))
                            .orElse(page);
                });
    }

    private Slice<ResourceSummary> page(long id, long place, long after, int limit) {
        int taken = Math.clamp(limit, 1, MOST_RESOURCES);
        List<ResourceSummaryRow> found = shelf.collected(id, place, after, taken + 1);
        return Slice.of(found, taken, row -> Cursor.after(row.place(), row.id()))
                .map(ResourceSummaryRow::summary);
    }

    /// The collections in which a resource stands.
    public List<LibraryCollection> holding(Viewer viewer, long resourceId) {
        return transactions.read(viewer, () -> shown(rows.holding(resourceId, MOST)));
    }

    /// Resources of the community with all these words in their titles that do not stand in the
    /// collection yet, the newest first; none without a word.
    public List<ResourceSummary> missing(Viewer viewer, LibraryCollection from, String words) {
        String[] asked =
                Stream.of(words.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toArray(String[]::new);
        return asked.length == 0
                ? List.of()
                : transactions.read(
                        viewer,
                        () ->
                                shelf
                                        .missing(from.id(), from.communityId(), asked, MOST_FOUND)
                                        .stream()
                                        .map(ResourceSummaryRow::summary)
                                        .toList());
    }

    /// At which place a resource stands, from 1, counted among all that the curator sees there; 0
    /// where it does not, or for who is no curator.
    public int place(Viewer viewer, long id, long resourceId) {
        return transactions.read(
                viewer, () -> Objects.requireNonNullElse(entries.position(id, resourceId), 0));
    }

    /// How many stand in it, those that only moderators see among them; 0 for who is no curator.
    public int size(Viewer viewer, long id) {
        return transactions.read(viewer, () -> entries.size(id));
    }

    private List<LibraryCollection> shown(List<CollectionRow> found) {
        return found.stream().map(row -> row.shown(markdown)).toList();
    }
}
