package rounds.library;

import java.util.Locale;

/// What came of looking for patients in the file of a version.
public enum Looked {
    /// There is no file. What is written in place is asked about while it is written.
    NONE,
    WAITING,
    /// Whoever made the version is asked about passages.
    ASKS,
    /// The number of a health card stands in it: only another file helps.
    REFUSED,
    /// Nothing was found, or somebody says why it may stay.
    CLEAR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Looked of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Whether somebody has to do something about it.
    public boolean isOpen() {
        return this == ASKS || this == REFUSED;
    }
}
