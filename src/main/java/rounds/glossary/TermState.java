package rounds.glossary;

import java.util.Locale;

/// What became of a term.
public enum TermState {
    /// Waits for those who curate, seen by them and by whoever proposed it.
    PROPOSED,
    DECLINED,
    /// There for all who read its community.
    STANDING,
    /// Taken out, or merged into another; can be brought back.
    REMOVED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TermState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
