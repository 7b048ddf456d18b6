package rounds.forum;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.Locale;

/// How one votes in a poll.
public enum PollKind {
    /// One choice.
    SINGLE,
    /// As many as one likes, or up to a limit.
    SEVERAL,
    /// In the order in which one likes them.
    RANKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException invalid, for any other code
    static PollKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("poll-kind", "poll.kind.unknown"));
    }
}
