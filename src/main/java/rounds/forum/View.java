package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The two orders in which a discussion is read.
public enum View {
    /// Each answer below what it answers.
    TREE,
    /// As it was written.
    TIME;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The tree, unless time is asked for.
    public static View of(@Nullable String code) {
        return TIME.code().equals(code) ? TIME : TREE;
    }
}
