package rounds.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words of clinicians that are right as they stand, in whatever form, though nothing here may hold
/// them: our own list, and the words of what abbreviations are short for.
final class KnownWords {
    private static final String FILE = "words.txt";

    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.FRENCH);

    private static final Set<String> FORMS = forms();

    private KnownWords() {}

    static boolean holds(String word) {
        return LANGUAGES.stream().anyMatch(language -> FORMS.contains(form(language, word)));
    }

    private static String form(Language language, String word) {
        return language.field() + " " + String.join(" ", language.analyzer().words(word));
    }

    private static Set<String> forms() {
        return Stream.concat(read(), Abbreviations.words())
                .flatMap(word -> LANGUAGES.stream().map(language -> form(language, word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> read() {
        try (InputStream file = Objects.requireNonNull(KnownWords.class.getResourceAsStream(FILE));
                var lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
