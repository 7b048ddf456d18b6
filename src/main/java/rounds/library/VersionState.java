package rounds.library;

import java.util.Locale;

/// What a version is to its resource.
public enum VersionState {
    /// Waits for the resource's owner or a curator.
    PROPOSED,
    /// Was shared or taken, and what stands in its file is looked at first: see [Looked].
    HELD,
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
