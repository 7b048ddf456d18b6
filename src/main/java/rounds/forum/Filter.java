package rounds.forum;

import org.jspecify.annotations.Nullable;

/// What a list is narrowed to; absent: everything.
///
/// @param progress of challenges alone: how far they have come
public record Filter(@Nullable Kind kind, @Nullable String tag, @Nullable Progress progress) {
    public static final Filter NONE = new Filter(null, null, null);

    public Filter(@Nullable Kind kind, @Nullable String tag) {
        this(kind, tag, null);
    }

    public boolean narrows() {
        return kind != null || tag != null || progress != null;
    }
}
