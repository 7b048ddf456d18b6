package rounds.cases;

import rounds.platform.entry.Tongue;
import rounds.platform.phi.Passage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Asks the identifier check about everything that a story says.
final class IdentifierCheck {
    /// What is found by its name.
    private static final Set<String> NAMES = Set.of("conditions", "tags");

    /// What only its author and moderators read, and is changed by hand.
    private static final Set<String> INSIDE = Set.of("of_whom", "reference");

    /// @param texts by the names of their fields
    /// @param language in which the story is told, ISO 639-1
    static List<Doubt> of(Map<String, String> texts, String language) {
        return texts.entrySet().stream()
                .flatMap(text -> in(text.getKey(), text.getValue(), language).stream())
                .toList();
    }

    /// The same of one field. Every whole day is asked about, since a story is about one person.
    static List<Doubt> in(String field, String text, String language) {
        return found(field, text, Tongue.of(text, language))
                .map(found -> new Doubt(field, found))
                .toList();
    }

    private static Stream<Passage> found(String field, String text, String language) {
        if (NAMES.contains(field)) {
            return Passage.inNames(text).stream();
        }
        Stream<Passage> found = Passage.inStory(text, language).stream();
        return INSIDE.contains(field) ? found.map(Passage::bare) : found;
    }

    private IdentifierCheck() {}
}
