package rounds.platform.order;

import java.util.Optional;

/// An order that is kept by numbers far apart, so that something is put between two others without
/// touching them. It is told by ids: what is moved goes beside another, wherever that stands by
/// now.
public interface Places {
    /// How far apart places lie: twenty times something can be put between the same two.
    long APART = 1L << 20;

    /// What stands further on is reached by dragging.
    int MOST = 10_000;

    Optional<Placed> at(long id);

    /// The nearest before this one, leaving one out.
    Optional<Placed> before(Placed one, long without);

    Optional<Placed> after(Placed one, long without);

    /// The one at that place, counted from 1 without one; behind the last: the last.
    Optional<Placed> nth(int place, long without);

    void move(long id, long place);

    /// Puts all of them far apart again, as they stand.
    void space();

    /// Moves one of them.
    ///
    /// @return false, and nothing is moved, where it or the one beside which it is to go stands
    ///   there no more
    default boolean put(long id, Step step) {
        Going going = tryToPut(id, step);
        // A second time only where no number was left between two.
        if (going == Going.CROWDED) {
            space();
            going = tryToPut(id, step);
        }
        return going != Going.GONE;
    }

    /// What became of a move.
    enum Going {
        DONE,
        CROWDED,
        GONE
    }

    private Going tryToPut(long id, Step step) {
        return at(id).map(moved -> tryToPut(moved, step)).orElse(Going.GONE);
    }

    private Going tryToPut(Placed moved, Step step) {
        return switch (step) {
            case Step.Up _ ->
                    before(moved, moved.id()).map(one -> before(moved, one)).orElse(Going.DONE);
            case Step.Down _ ->
                    after(moved, moved.id()).map(one -> behind(moved, one)).orElse(Going.DONE);
            case Step.Before beside ->
                    at(beside.id()).map(one -> before(moved, one)).orElse(Going.GONE);
            case Step.After beside ->
                    at(beside.id()).map(one -> behind(moved, one)).orElse(Going.GONE);
            case Step.To to -> to(moved, Math.clamp(to.place(), 1, MOST));
        };
    }

    private Going to(Placed moved, int place) {
        if (place == 1) {
            return nth(1, moved.id()).map(first -> before(moved, first)).orElse(Going.DONE);
        }
        return nth(place - 1, moved.id()).map(one -> behind(moved, one)).orElse(Going.DONE);
    }

    private Going before(Placed moved, Placed other) {
        long least = before(other, moved.id()).map(Placed::place).orElse(other.place() - 2 * APART);
        return between(moved, other, least, other.place());
    }

    private Going behind(Placed moved, Placed other) {
        long most = after(other, moved.id()).map(Placed::place).orElse(other.place() + 2 * APART);
        return between(moved, other, other.place(), most);
    }

    private Going between(Placed moved, Placed other, long least, long most) {
        if (moved.id() == other.id()) {
            return Going.DONE;
        }
        long place = least + (most - least) / 2;
        if (place == least || place == most) {
            return Going.CROWDED;
        }
        move(moved.id(), place);
        return Going.DONE;
    }
}
