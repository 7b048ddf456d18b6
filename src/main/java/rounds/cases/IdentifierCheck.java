package rounds.cases;

import org.jspecify.annotations.Nullable;

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

    /// The same, and its author's name where she does not sign: whoever knows her may know of whom
    /// she tells.
    ///
    /// @param unsigned her name; null where it stands above the story
    static List<Doubt> of(Map<String, String> texts, String language, @Nullable String unsigned) {
        List<Doubt> found = of(texts, language);
        return unsigned == null
                ? found
                : Stream.concat(
                                found.stream(),
                                texts.entrySet().stream()
                                        .flatMap(text ->
                                                Passage.ofName(text.getValue(), unsigned).stream()
                                                        .map(one -> new Doubt(text.getKey(), one)))
                                        .filter(own -> found.stream().noneMatch(own::isWithin)))
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
