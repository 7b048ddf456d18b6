package rounds.library;

import java.util.Locale;

/// How a version of a resource is there.
public enum VersionForm {
    FILE,
    LINK,
    /// Written in place.
    TEXT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VersionForm of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
