package rounds.topics;

import java.util.Locale;

public enum QuestionState {
    OPEN,
    ANSWERED,
    /// Nobody asks it any more.
    DROPPED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QuestionState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
