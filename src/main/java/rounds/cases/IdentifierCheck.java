package rounds.cases;

import rounds.platform.phi.Certainty;
import rounds.platform.phi.Finding;
import rounds.platform.phi.Identifiers;
import rounds.platform.phi.Widening;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks the identifier check about everything that a story says. What it finds only possible is no
/// doubt: most of that is harmless, and nobody reads warnings that are.
final class IdentifierCheck {
    /// As much of a passage as is kept beside its confirmation.
    private static final int LONGEST = 500;

    /// So many `char`s around a passage are shown with it.
    private static final int AROUND = 60;

    /// What is found by its name: words that widen would make a name of nothing.
    private static final Set<String> NAMES = Set.of("conditions", "tags");

    /// @param texts by the names of their fields
    /// @param language in which the story is told, ISO 639-1
    static List<Doubt> of(Map<String, String> texts, String language) {
        return texts.entrySet().stream()
                .flatMap(text -> in(text.getKey(), text.getValue(), language).stream())
                .toList();
    }

    /// The same of one field.
    static List<Doubt> in(String field, String text, String language) {
        List<Finding> found =
                Identifiers.in(text).stream()
                        .filter(finding -> finding.certainty() != Certainty.POSSIBLE)
                        .toList();
        return found.stream()
                .map(finding ->
                        doubt(
                                field,
                                text,
                                finding,
                                NAMES.contains(field)
                                        ? List.of()
                                        : Widening.of(text, finding, found, language)))
                .toList();
    }

    private static Doubt doubt(
            String field, String text, Finding finding, List<Widening> widenings) {
        int end = Math.min(finding.end(), finding.start() + LONGEST);
        return new Doubt(
                field,
                finding.kind().code(),
                text.substring(finding.start(), end),
                finding.start(),
                before(text, finding.start()),
                after(text, end),
                finding.certainty() == Certainty.CERTAIN,
                widenings);
    }

    private static String before(String text, int place) {
        int line = text.lastIndexOf('\n', place - 1) + 1;
        if (place - line <= AROUND) {
            return text.substring(line, place);
        }
        int word = text.indexOf(' ', place - AROUND);
        return "…" + text.substring(word < 0 || word >= place ? place - AROUND : word, place);
    }

    private static String after(String text, int place) {
        int found = text.indexOf('\n', place);
        int line = found < 0 ? text.length() : found;
        if (line - place <= AROUND) {
            return text.substring(place, line);
        }
        int word = text.lastIndexOf(' ', place + AROUND);
        return text.substring(place, word <= place ? place + AROUND : word) + "…";
    }

    private IdentifierCheck() {}
}
