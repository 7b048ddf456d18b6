package rounds.forum;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.Locale;

/// From when on the result of a poll is seen.
public enum PollResults {
    ALWAYS,
    /// By those who have voted.
    VOTED,
    /// By all, once it has ended.
    ENDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException invalid, for any other code
    static PollResults of(String code) {
        return Arrays.stream(values())
                .filter(results -> results.code().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("poll-results", "poll.results.unknown"));
    }
}
