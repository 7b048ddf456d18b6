package rounds.library;

import java.util.Locale;

/// What a version is to its resource.
public enum VersionState {
    /// Waits for the resource's owner or a curator.
    PROPOSED,
    /// The one that is read.
    CURRENT,
    EARLIER,
    DECLINED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VersionState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
