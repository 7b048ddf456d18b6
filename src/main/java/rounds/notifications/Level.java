package rounds.notifications;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.util.Locale;

/// How much a person wants to hear of something.
public enum Level {
    EVERY,
    /// Answers to what she wrote, mentions of her, and announcements: the usual.
    REPLIES,
    MENTIONS,
    NOTHING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its code; empty for none: as usual.
    public static String code(@Nullable Level level) {
        return level == null ? "" : level.code();
    }

    /// The level of that code; null for an empty one: as usual.
    ///
    /// @throws ProblemException invalid, for a code that is none
    public static @Nullable Level of(String code) {
        if (code.isEmpty()) {
            return null;
        }
        for (Level level : values()) {
            if (level.code().equals(code)) {
                return level;
            }
        }
        throw ProblemException.invalid("level", "watch.level.unknown");
    }
}
