package rounds.kernel;

/// A place in the change log. Transactions get their number when they start to write and commit in
/// any order, so the log is read by (transaction, id) and only below the oldest transaction still
/// running.
public record Position(long transaction, long id) implements Comparable<Position> {
    public static final Position START = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(id, other.id);
    }
}
