package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.NewPoll;
import rounds.forum.PollWords;
import rounds.kernel.ProblemException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// A poll that a program asks.
///
/// @param kind `single`, `several` or `ranked`
/// @param identified says that what could tell who a patient is was looked at, and tells nothing;
///   of a poll that opens with a discussion the whole says so
/// @param ballots `open` or `closed`; absent: closed
/// @param results `always`, `voted` or `ended`; absent: always
@Serdeable
record PollAsked(
        @Nullable String question,
        @Nullable List<String> options,
        @Nullable String kind,
        @Nullable Integer most,
        @Nullable String ballots,
        @Nullable String results,
        @Nullable Instant ends,
        @Nullable String identified) {

    NewPoll poll() {
        List<String> choices = options == null ? List.of() : options;
        if (choices.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.invalid("poll-options", "api.missing");
        }
        NewPoll poll =
                new PollWords(
                                given(question),
                                String.join("\n", choices),
                                given(kind),
                                most == null ? "" : most.toString(),
                                given(ballots),
                                given(results),
                                ends == null ? "" : ends.toString())
                        .poll(ZoneOffset.UTC);
        if (poll == null) {
            throw ProblemException.invalid("poll-question", "poll.question.missing");
        }
        return poll;
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
