package rounds.forum;

import org.jspecify.annotations.Nullable;

/// What a list is narrowed to; absent: everything.
public record Filter(@Nullable Kind kind, @Nullable String tag) {
    public static final Filter NONE = new Filter(null, null);

    public boolean narrows() {
        return kind != null || tag != null;
    }
}
