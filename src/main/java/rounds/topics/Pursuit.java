package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Tongue;
import rounds.platform.entry.Wrong;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// What a topic pursues.
///
/// @param title at most 200 characters
/// @param question in one line of at most 1,000 characters
/// @param why it matters now; at most 2,000 characters, may be empty
/// @param objectives what shall be known or done when it ends: at most 10 lines of at most 300
///   characters
/// @param language ISO 639-1; empty: told from the words
/// @param starts the first day; null: not said
/// @param ends the last day, not before the first; null: not said
public record Pursuit(
        String title,
        String question,
        String why,
        List<String> objectives,
        List<String> tags,
        String language,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends) {
    public static final int LONGEST_QUESTION = 1_000;
    public static final int MOST_OBJECTIVES = 10;
    public static final int LONGEST_OBJECTIVE = 300;

    /// As it is stored.
    ///
    /// @throws ProblemException invalid, with every field that cannot be taken
    Pursuit checked() {
        var wrong = new Wrong();
        String asked = wrong.or(this::asked, "");
        wrong.or(this::days, "");
        String named = wrong.or(() -> Entry.title(title), "");
        var checked =
                new Pursuit(
                        named,
                        asked,
                        wrong.or(() -> Entry.note("why", why), ""),
                        wrong.or(this::lines, List.of()),
                        wrong.or(() -> Entry.tags(tags), List.of()),
                        wrong.or(
                                () ->
                                        language.isBlank()
                                                ? Tongue.of(
                                                        title + "\n" + question + "\n" + why, "en")
                                                : Entry.language(language.strip()),
                                ""),
                        starts,
                        ends);
        wrong.refuse();
        return checked;
    }

    private String asked() {
        String line = Entry.line("question", question, LONGEST_QUESTION);
        if (line.isEmpty()) {
            throw ProblemException.invalid("question", "topics.question.missing");
        }
        return line;
    }

    private String days() {
        if (starts != null && ends != null && ends.isBefore(starts)) {
            throw ProblemException.invalid("ends", "topics.ends.before");
        }
        return "";
    }

    private List<String> lines() {
        List<String> lines =
                objectives.stream()
                        .filter(Objects::nonNull)
                        .map(line -> Entry.line("objectives", line, LONGEST_OBJECTIVE))
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.size() > MOST_OBJECTIVES) {
            throw ProblemException.invalid(
                    "objectives", "topics.objectives.too-many", MOST_OBJECTIVES);
        }
        return lines;
    }
}
