package rounds.cases;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Wrong;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// What is said of a case beside its telling. Of a draft anything may still be missing.
///
/// @param title at most 200 characters; empty while there is none
/// @param language ISO 639-1; empty: not said yet
/// @param practice in what kind of practice, in one line of at most 200 characters
/// @param conditions at most 10, written as tags are
/// @param learning what others can take from it: at most 5 lines of at most 300 characters
/// @param tookPart at most 20
/// @param led who led the care, by role: a line of at most 200 characters
/// @param patientWords what the patient said, or why she was not asked; at most 500 characters
/// @param named whether the author's name stands beside it; otherwise only moderators know it
/// @param membersOnly for the members alone, however open the community is
public record Facts(
        String title,
        String language,
        @Nullable Outcome outcome,
        @Nullable Setting setting,
        String practice,
        List<String> conditions,
        List<String> tags,
        List<String> learning,
        List<Participant> tookPart,
        String led,
        @Nullable PatientView patientView,
        String patientWords,
        boolean named,
        boolean membersOnly) {
    public static final int MOST_CONDITIONS = 10;
    public static final int MOST_LEARNT = 5;
    public static final int LONGEST_LEARNT = 300;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_WORDS = 500;
    private static final int MOST_PEOPLE = 20;

    public static final Facts NONE =
            new Facts(
                    "", "", null, null, "", List.of(), List.of(), List.of(), List.of(), "", null,
                    "", true, false);

    /// As it is stored.
    ///
    /// @throws ProblemException invalid, with every field that cannot be taken
    Facts checked() {
        var wrong = new Wrong();
        var checked =
                new Facts(
                        wrong.or(() -> title.isBlank() ? "" : Entry.title(title), ""),
                        wrong.or(
                                () -> language.isBlank() ? "" : Entry.language(language.strip()),
                                ""),
                        outcome,
                        setting,
                        wrong.or(() -> Entry.line("practice", practice, LONGEST_LINE), ""),
                        wrong.or(() -> conditions(conditions), List.of()),
                        wrong.or(() -> Entry.tags(tags), List.of()),
                        wrong.or(this::learnt, List.of()),
                        wrong.or(this::people, List.of()),
                        wrong.or(() -> Entry.line("led", led, LONGEST_LINE), ""),
                        patientView,
                        wrong.or(
                                () -> Entry.line("patient_words", patientWords, LONGEST_WORDS), ""),
                        named,
                        membersOnly);
        wrong.refuse();
        return checked;
    }

    /// Conditions as they are stored, and asked for.
    ///
    /// @throws ProblemException invalid on `conditions`
    static List<String> conditions(List<String> entered) {
        try {
            return Entry.tags(entered);
        } catch (ProblemException refused) {
            throw ProblemException.invalid(
                    "conditions", "cases.conditions.unusable", MOST_CONDITIONS, Entry.LONGEST_TAG);
        }
    }

    private List<String> learnt() {
        List<String> lines =
                learning.stream()
                        .filter(Objects::nonNull)
                        .map(line -> Entry.line("learning", line, LONGEST_LEARNT))
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.size() > MOST_LEARNT) {
            throw ProblemException.invalid("learning", "cases.learning.too-many", MOST_LEARNT);
        }
        return lines;
    }

    private List<Participant> people() {
        List<Participant> people =
                tookPart.stream()
                        .map(one ->
                                new Participant(
                                        Entry.line("took_part", one.who(), LONGEST_LINE),
                                        one.how()))
                        .filter(one -> !one.who().isEmpty())
                        .toList();
        if (people.size() > MOST_PEOPLE) {
            throw ProblemException.invalid("took_part", "cases.took-part.too-many", MOST_PEOPLE);
        }
        return people;
    }

    /// The same with other words in one field of words, as the API names it; a list has one a line.
    Facts with(String field, String words) {
        return new Facts(
                field.equals("title") ? words : title,
                language,
                outcome,
                setting,
                field.equals("practice") ? words : practice,
                conditions,
                tags,
                field.equals("learning") ? words.lines().toList() : learning,
                field.equals("took_part") ? named(words.lines().toList()) : tookPart,
                field.equals("led") ? words : led,
                patientView,
                field.equals("patient_words") ? words : patientWords,
                named,
                membersOnly);
    }

    private List<Participant> named(List<String> names) {
        return IntStream.range(0, Math.min(names.size(), tookPart.size()))
                .mapToObj(at -> new Participant(names.get(at), tookPart.get(at).how()))
                .toList();
    }
}
