package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// A poll that somebody asks.
///
/// @param options what can be chosen, 2 to 20
/// @param most of [PollKind#SEVERAL], at most so many; absent: as many as one likes
/// @param open whether those who see the result see who chose what
/// @param ends absent: it goes on until somebody ends it
public record NewPoll(
        String question,
        List<String> options,
        PollKind kind,
        @Nullable Integer most,
        boolean open,
        PollResults results,
        @Nullable Instant ends) {
    public static final int MOST_OPTIONS = 20;
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_OPTION = 200;

    /// @param start when people can begin to vote
    /// @throws ProblemException invalid, with the field that cannot be taken
    NewPoll checked(Instant start) {
        String asked =
                Shared.words(
                        "poll-question", Entry.line("poll-question", question, LONGEST_QUESTION));
        if (asked.isEmpty()) {
            throw ProblemException.invalid("poll-question", "poll.question.missing");
        }
        List<String> choices =
                options.stream()
                        .map(option -> Entry.line("poll-options", option, LONGEST_OPTION))
                        .map(option -> Shared.words("poll-options", option))
                        .filter(option -> !option.isEmpty())
                        .toList();
        if (choices.size() < 2 || choices.size() > MOST_OPTIONS) {
            throw ProblemException.invalid("poll-options", "poll.options.number", MOST_OPTIONS);
        }
        var seen = new HashSet<String>();
        for (String choice : choices) {
            if (!seen.add(choice.toLowerCase(Locale.ROOT))) {
                throw ProblemException.invalid("poll-options", "poll.options.twice", choice);
            }
        }
        if (most != null && (most < 2 || most > choices.size())) {
            throw ProblemException.invalid("poll-most", "poll.most.range", choices.size());
        }
        if (ends != null && !ends.isAfter(start)) {
            throw ProblemException.invalid("poll-ends", "poll.ends.past");
        }
        if (ends == null && results == PollResults.ENDED) {
            throw ProblemException.invalid("poll-ends", "poll.ends.missing");
        }
        return new NewPoll(
                asked, choices, kind, kind == PollKind.SEVERAL ? most : null, open, results, ends);
    }

    /// As a draft keeps it.
    public PollWords words() {
        return new PollWords(
                question,
                String.join("\n", options),
                kind.code(),
                most == null ? "" : most.toString(),
                open ? "open" : "closed",
                results.code(),
                ends == null ? "" : ends.toString());
    }
}
