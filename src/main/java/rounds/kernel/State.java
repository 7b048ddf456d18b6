package rounds.kernel;

import java.util.Locale;

/// Whether content is there for all who read its community.
public enum State {
    VISIBLE,
    /// Waits for a moderator, seen by its author and by moderators.
    QUEUED,
    /// Taken out by a moderator or by a report of patient data; can be restored.
    HIDDEN,
    DELETED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
