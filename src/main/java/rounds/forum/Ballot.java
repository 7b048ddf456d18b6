package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What somebody chose in an open poll.
///
/// @param by absent where the person is gone
/// @param choices ranked: her first choice first
public record Ballot(@Nullable Author by, List<PollOption> choices, Instant at) {

    /// The words of what she chose, with commas.
    public String words() {
        return choices.stream().map(PollOption::words).collect(Collectors.joining(", "));
    }
}
