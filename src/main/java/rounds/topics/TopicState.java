package rounds.topics;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How far a topic has come.
public enum TopicState {
    /// Wanted by a member; others say that they want it, too.
    PROPOSED,
    DECLINED,
    /// Taken back by whoever proposed it.
    WITHDRAWN,
    /// Members gather what they know.
    OPEN,
    /// Its curators put it together.
    SYNTHESISING,
    PUBLISHED,
    /// Its summary is looked at again.
    REVIEW,
    /// Kept, and changed no more.
    ARCHIVED;

    /// Whether members gather, ask and suggest in it.
    public boolean isUnderWay() {
        return switch (this) {
            case OPEN, SYNTHESISING, PUBLISHED, REVIEW -> true;
            case PROPOSED, DECLINED, WITHDRAWN, ARCHIVED -> false;
        };
    }

    /// Whether it was ever opened: then it is read as a discussion is.
    public boolean isOpened() {
        return isUnderWay() || this == ARCHIVED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(TopicState::code).toList();
    }

    /// @throws ProblemException invalid on `state`, for what is no such code
    public static TopicState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(
                                "state", "topics.state.none-such", String.join(", ", codes())));
    }
}
