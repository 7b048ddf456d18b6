package rounds.platform.difference;

/// A piece of a text compared with an earlier one.
public record Segment(Change change, String text) {

    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    public static Segment same(String text) {
        return new Segment(Change.SAME, text);
    }

    public static Segment removed(String text) {
        return new Segment(Change.REMOVED, text);
    }

    public static Segment added(String text) {
        return new Segment(Change.ADDED, text);
    }
}
