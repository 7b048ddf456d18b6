package rounds.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What clinicians shorten in English and French, and what it is short for; our own list. Words
/// that are also words of the language stand for something only where they were typed in capitals.
final class Abbreviations {
    private static final String FILE = "abbreviations.txt";

    private static final Map<String, List<Entry>> ALL = read();

    private record Entry(boolean inCapitals, List<String> expansions) {}

    private Abbreviations() {}

    /// What this may be short for; empty for what is no abbreviation.
    ///
    /// @param word as it was typed
    static List<String> expansions(String word) {
        boolean capitals =
                word.equals(word.toUpperCase(Locale.ROOT))
                        && word.chars().anyMatch(Character::isLetter);
        return ALL.getOrDefault(IndexSchema.lower(word), List.of()).stream()
                .filter(entry -> capitals || !entry.inCapitals())
                .flatMap(entry -> entry.expansions().stream())
                .distinct()
                .toList();
    }

    /// The words of all that is shortened.
    static Stream<String> words() {
        return ALL.values().stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.expansions().stream())
                .flatMap(expansion -> Words.of(expansion).stream());
    }

    private static Map<String, List<Entry>> read() {
        var all = new HashMap<String, List<Entry>>();
        try (InputStream file =
                        Objects.requireNonNull(Abbreviations.class.getResourceAsStream(FILE));
                var lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|", 3))
                    .forEach(parts ->
                            all.computeIfAbsent(IndexSchema.lower(parts[0]), _ -> new ArrayList<>())
                                    .add(entry(parts)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    private static Entry entry(String[] parts) {
        return new Entry(parts[1].endsWith("!"), List.of(parts[2].split("; ")));
    }
}
