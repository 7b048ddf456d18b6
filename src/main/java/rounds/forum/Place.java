package rounds.forum;

import org.jspecify.annotations.Nullable;

/// Where in a discussion a page begins.
public sealed interface Place {
    Place START = new Start();

    record Start() implements Place {}

    /// Behind the post of this cursor, which came with the page before.
    record After(String cursor) implements Place {}

    /// The page that ends before the post of this cursor.
    record Before(String cursor) implements Place {}

    /// The page on which the post of this number stands.
    record At(int number) implements Place {}

    /// Behind the post of this number, in the order of time.
    static Place afterNumber(int number) {
        return new After(TreePath.ofNumber(number));
    }

    /// As an address says it; the first that is there counts.
    public static Place of(@Nullable Integer at, @Nullable String after, @Nullable String before) {
        if (at != null) {
            return new At(at);
        }
        if (after != null && !after.isEmpty()) {
            return new After(after);
        }
        return before != null && !before.isEmpty() ? new Before(before) : START;
    }
}
