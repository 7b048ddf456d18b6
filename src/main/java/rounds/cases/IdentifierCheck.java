package rounds.cases;

import org.jspecify.annotations.Nullable;

import rounds.platform.entry.Tongue;
import rounds.platform.phi.Passage;

import java.util.Collection;
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

    /// Every whole day is asked about, since a story is about one person; and who is named anywhere
    /// in it, wherever else a part of the name stands.
    ///
    /// @param texts by the names of their fields
    /// @param beside what else the story says, in which somebody may be named
    /// @param language in which the story is told, ISO 639-1
    static List<Doubt> of(Map<String, String> texts, Collection<String> beside, String language) {
        Set<String> names =
                Passage.names(Stream.concat(texts.values().stream(), beside.stream()).toList());
        return texts.entrySet().stream()
                .flatMap(text -> in(text.getKey(), text.getValue(), language, names))
                .toList();
    }

    /// The same, and its author's name where she does not sign: whoever knows her may know of whom
    /// she tells.
    ///
    /// @param unsigned her name; null where it stands above the story
    static List<Doubt> of(
            Map<String, String> texts,
            Collection<String> beside,
            String language,
            @Nullable String unsigned) {
        List<Doubt> found = of(texts, beside, language);
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

    private static Stream<Doubt> in(String field, String text, String language, Set<String> names) {
        return found(field, text, Tongue.of(text, language), names)
                .map(found -> new Doubt(field, found));
    }

    private static Stream<Passage> found(
            String field, String text, String language, Set<String> names) {
        if (NAMES.contains(field)) {
            return Passage.inNames(text).stream();
        }
        Stream<Passage> found = Passage.inStory(text, language, names).stream();
        return INSIDE.contains(field) ? found.map(Passage::bare) : found;
    }

    private IdentifierCheck() {}
}
