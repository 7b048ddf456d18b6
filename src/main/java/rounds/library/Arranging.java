package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Curators put collections, and what stands in them, into an order. It is told by ids: what is
/// moved goes beside another, wherever that stands by now.
@Singleton
public class Arranging {
    /// How far apart places lie: twenty times something can be put between the same two.
    static final long APART = 1L << 20;

    private final CollectionRepository rows;
    private final CollectionEntryRepository entries;
    private final Curation curation;
    private final Transactions transactions;

    Arranging(
            CollectionRepository rows,
            CollectionEntryRepository entries,
            Curation curation,
            Transactions transactions) {
        this.rows = rows;
        this.entries = entries;
        this.curation = curation;
        this.transactions = transactions;
    }

    /// Where something goes.
    public sealed interface Step {
        /// One place towards the beginning; at the beginning it stays.
        record Up() implements Step {}

        record Down() implements Step {}

        record Before(long id) implements Step {}

        record After(long id) implements Step {}
    }

    /// Moves a resource in a collection.
    ///
    /// @param seen what `arranged` was when the order was looked at; null: not said
    /// @return whether somebody else has changed the order since it was looked at
    /// @throws ProblemException a conflict, where one of the two stands there no more
    public boolean move(
            Viewer.SignedIn viewer, long id, long resourceId, Step step, @Nullable Integer seen) {
        return transactions.write(
                viewer,
                () -> {
                    CollectionRow row = held(viewer, id);
                    // A second time only where no number was left between two.
                    if (!put(id, resourceId, step)) {
                        entries.space(id, APART);
                        put(id, resourceId, step);
                    }
                    entries.touch(id);
                    // Her own earlier press is nobody else's.
                    return seen != null
                            && seen != row.arranged()
                            && !Long.valueOf(viewer.personId()).equals(row.arrangedBy());
                });
    }

    /// @return false when no number is left where it should go
    private boolean put(long id, long resourceId, Step step) {
        CollectionEntry moved = there(id, resourceId);
        return switch (step) {
            case Step.Up _ ->
                    before(id, moved, moved).map(one -> putBefore(id, moved, one)).orElse(true);
            case Step.Down _ ->
                    after(id, moved, moved).map(one -> putAfter(id, moved, one)).orElse(true);
            case Step.Before beside -> putBefore(id, moved, there(id, beside.id));
            case Step.After beside -> putAfter(id, moved, there(id, beside.id));
        };
    }

    private CollectionEntry there(long id, long resourceId) {
        return entries.entry(id, resourceId).orElseThrow(Arranging::gone);
    }

    private boolean putBefore(long id, CollectionEntry moved, CollectionEntry other) {
        long least =
                before(id, other, moved)
                        .map(CollectionEntry::place)
                        .orElse(other.place() - 2 * APART);
        return between(id, moved, other, least, other.place());
    }

    private boolean putAfter(long id, CollectionEntry moved, CollectionEntry other) {
        long most =
                after(id, other, moved)
                        .map(CollectionEntry::place)
                        .orElse(other.place() + 2 * APART);
        return between(id, moved, other, other.place(), most);
    }

    private boolean between(
            long id, CollectionEntry moved, CollectionEntry other, long least, long most) {
        if (moved.resourceId() == other.resourceId()) {
            return true;
        }
        long place = least + (most - least) / 2;
        if (place == least || place == most) {
            return false;
        }
        entries.move(id, moved.resourceId(), place);
        return true;
    }

    private Optional<CollectionEntry> before(long id, CollectionEntry one, CollectionEntry moved) {
        return entries.before(id, one.place(), one.resourceId(), moved.resourceId());
    }

    private Optional<CollectionEntry> after(long id, CollectionEntry one, CollectionEntry moved) {
        return entries.after(id, one.place(), one.resourceId(), moved.resourceId());
    }

    /// Moves a collection among those that lie beside it.
    ///
    /// @throws ProblemException a conflict, where the other does not lie beside it (any more)
    public void move(Viewer.SignedIn viewer, long id, Step step) {
        transactions.run(
                viewer,
                () -> {
                    CollectionRow row = rows.seen(id).orElseThrow(ProblemException::notFound);
                    curation.require(Capability.CURATE, row.standing(viewer), false);
                    List<Long> order =
                            new ArrayList<>(rows.beside(row.communityId(), row.parentId()));
                    int from = order.indexOf(id);
                    if (from < 0) {
                        throw gone();
                    }
                    order.remove(from);
                    order.add(index(order, from, step), id);
                    rows.order(order.toArray(Long[]::new));
                });
    }

    /// @param others without the one that is moved
    private static int index(List<Long> others, int from, Step step) {
        return switch (step) {
            case Step.Up _ -> Math.max(0, from - 1);
            case Step.Down _ -> Math.min(others.size(), from + 1);
            case Step.Before beside -> found(others, beside.id);
            case Step.After beside -> found(others, beside.id) + 1;
        };
    }

    private static int found(List<Long> others, long id) {
        int at = others.indexOf(id);
        if (at < 0) {
            throw gone();
        }
        return at;
    }

    private CollectionRow held(Viewer.SignedIn viewer, long id) {
        CollectionRow row = rows.seen(id).orElseThrow(ProblemException::notFound);
        curation.require(Capability.CURATE, row.standing(viewer), false);
        return rows.hold(id).flatMap(rows::seen).orElseThrow(ProblemException::notFound);
    }

    private static ProblemException gone() {
        return new ProblemException(new Problem.Conflict("library.collection.moved-meanwhile"));
    }
}
