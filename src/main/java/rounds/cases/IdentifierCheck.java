package rounds.cases;

import rounds.platform.phi.Passage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks the identifier check about everything that a story says.
final class IdentifierCheck {
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
        return Passage.in(text, language).stream()
                .map(found -> new Doubt(field, NAMES.contains(field) ? found.bare() : found))
                .toList();
    }

    private IdentifierCheck() {}
}
