package rounds.library;

import org.jspecify.annotations.Nullable;

/// What a list of a library is narrowed to, and in which order it stands.
///
/// @param kind absent: all
/// @param tag as it is stored
/// @param language ISO 639-1
public record ShelfFilter(
        Order order, @Nullable ResourceKind kind, @Nullable String tag, @Nullable String language) {

    public enum Order {
        NEWEST,
        MOST_USED,
        /// Those whose day has come to be looked at again, the longest due first.
        DUE
    }

    public boolean narrows() {
        return kind != null || tag != null || language != null;
    }
}
