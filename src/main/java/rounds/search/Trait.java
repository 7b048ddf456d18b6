package rounds.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What can be said of a discussion, or of an answer in it.
public enum Trait {
    OPEN,
    SOLVED,
    CLOSED,
    /// Somebody has replied.
    ANSWERED,
    UNANSWERED,
    /// It says of itself that it helped.
    HELPED,
    /// There is something in it that the viewer has not seen.
    UNREAD;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Trait::code).toList();
    }

    static Trait of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
