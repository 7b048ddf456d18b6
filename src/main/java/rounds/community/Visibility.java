package rounds.community;

import java.util.Locale;

/// Who reads a community.
public enum Visibility {
    /// Anybody reads it; members write.
    PUBLIC,
    /// Signed-in people see that it is there and may ask to join; members read.
    LISTED,
    /// Only its members know of it.
    PRIVATE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether more people would read.
    public boolean isWiderThan(Visibility other) {
        return ordinal() < other.ordinal();
    }

    public static Visibility of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
