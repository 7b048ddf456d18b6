package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;
import rounds.platform.order.Placed;
import rounds.platform.order.Places;
import rounds.platform.order.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Curators put collections, and what stands in them, into an order.
@Singleton
public class Arranging {
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
                    if (!new InCollection(id).put(resourceId, step)) {
                        throw gone();
                    }
                    entries.touch(id);
                    // Her own earlier press is nobody else's.
                    return seen != null
                            && seen != row.arranged()
                            && !Long.valueOf(viewer.personId()).equals(row.arrangedBy());
                });
    }

    /// What stands in a collection.
    private final class InCollection implements Places {
        private final long collection;

        InCollection(long collection) {
            this.collection = collection;
        }

        @Override
        public Optional<Placed> at(long id) {
            return entries.entry(collection, id);
        }

        @Override
        public Optional<Placed> before(Placed one, long without) {
            return entries.before(collection, one.place(), one.id(), without);
        }

        @Override
        public Optional<Placed> after(Placed one, long without) {
            return entries.after(collection, one.place(), one.id(), without);
        }

        @Override
        public Optional<Placed> nth(int place, long without) {
            List<Placed> first = entries.first(collection, without, place);
            return first.isEmpty() ? Optional.empty() : Optional.of(first.getLast());
        }

        @Override
        public void move(long id, long place) {
            entries.move(collection, id, place);
        }

        @Override
        public void space() {
            entries.space(collection, APART);
        }
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
            case Step.Before beside -> found(others, beside.id());
            case Step.After beside -> found(others, beside.id()) + 1;
            case Step.To to -> Math.clamp(to.place() - 1L, 0, others.size());
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
