package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.database.Keyset;
import rounds.platform.markdown.Markdown;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/// A poll as somebody has typed it so far, kept as it was typed.
///
/// @param options one a line
/// @param kind the code that was chosen
/// @param most of several, at most so many; empty: as many as one likes
/// @param ballots `open` or `closed`
/// @param results the code that was chosen
/// @param ends a date and time where she lives, or an instant; empty: it goes on
public record PollWords(
        String question,
        String options,
        String kind,
        String most,
        String ballots,
        String results,
        String ends) {
    /// Nobody asks anything.
    public static final PollWords NONE = new PollWords("", "", "", "", "", "", "");

    /// All of it, far more than a poll may have.
    private static final int LONGEST = 8_000;

    private static final int FIELDS = 7;

    /// @param stored as [#stored] gave it; nothing, for none
    static PollWords of(List<String> stored) {
        return stored.size() < FIELDS
                ? NONE
                : new PollWords(
                        stored.get(0),
                        stored.get(1),
                        stored.get(2),
                        stored.get(3),
                        stored.get(4),
                        stored.get(5),
                        stored.get(6));
    }

    String[] stored() {
        return isEmpty()
                ? new String[0]
                : new String[] {question, options, kind, most, ballots, results, ends};
    }

    /// Whether no words stand in it: what is merely chosen asks nothing.
    public boolean isEmpty() {
        return question.isBlank() && options.isBlank();
    }

    /// @throws ProblemException invalid, for what is too long to be kept
    PollWords kept() {
        if (isEmpty()) {
            return NONE;
        }
        int length = String.join("", stored()).length();
        if (length > LONGEST) {
            throw ProblemException.invalid("poll-options", "drafts.too-long", length, LONGEST);
        }
        return new PollWords(
                Markdown.tidy(question),
                Markdown.tidy(options),
                Markdown.tidy(kind),
                Markdown.tidy(most),
                Markdown.tidy(ballots),
                Markdown.tidy(results),
                Markdown.tidy(ends));
    }

    /// The poll, or null where nothing was asked.
    ///
    /// @param zone where the end was meant
    /// @throws ProblemException invalid, with the field that cannot be taken
    public @Nullable NewPoll poll(ZoneId zone) {
        if (isEmpty()) {
            return null;
        }
        return new NewPoll(
                question,
                options.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                PollKind.of(kind.isEmpty() ? PollKind.SINGLE.code() : kind),
                number(),
                ballots.equals("open"),
                PollResults.of(results.isEmpty() ? PollResults.ALWAYS.code() : results),
                time("poll-ends", ends, zone));
    }

    private @Nullable Integer number() {
        if (most.isBlank() || !kind.equals(PollKind.SEVERAL.code())) {
            return null;
        }
        try {
            return Integer.valueOf(most.strip());
        } catch (NumberFormatException _) {
            throw ProblemException.invalid("poll-most", "poll.most.number");
        }
    }

    /// What stands in such a field of a form; null for nothing.
    ///
    /// @throws ProblemException invalid, for what is no time
    public static @Nullable Instant time(String field, String typed, ZoneId zone) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant at =
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(zone).toInstant();
            if (at.isAfter(Instant.EPOCH) && at.isBefore(Keyset.LAST)) {
                return at;
            }
        } catch (DateTimeException _) {
            // Typed by hand, where the browser has no field for times.
        }
        throw ProblemException.invalid(field, "poll.time.unknown");
    }
}
