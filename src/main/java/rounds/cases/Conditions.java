package rounds.cases;

import rounds.platform.entry.Entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Common chronic conditions in both languages, and which words mean the same one: `anaemia` and
/// `anemia`, `hypertension` and `HTA`. Nobody is held to them.
public final class Conditions {
    private Conditions() {}

    /// @param english the first is offered
    /// @param french the same
    private record One(List<String> english, List<String> french) {

        Stream<String> all() {
            return Stream.concat(english.stream(), french.stream());
        }
    }

    /// A condition that is offered while one types.
    ///
    /// @param also words by which it is found besides
    public record Offered(String name, List<String> also) {}

    private static final List<One> ALL = read();

    private static final Map<String, Set<String>> ALIKE =
            ALL.stream()
                    .flatMap(one -> one.all().map(name -> Map.entry(name, one)))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey,
                                    entry -> entry.getValue().all().collect(Collectors.toSet()),
                                    Conditions::joined));

    private static Set<String> joined(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /// All words that mean the same, with the given one.
    ///
    /// @param condition as it is stored
    static Set<String> alike(String condition) {
        Set<String> known = ALIKE.get(condition);
        return known == null ? Set.of(condition) : known;
    }

    /// In the order of the alphabet.
    ///
    /// @param language ISO 639-1; what is not French is English
    public static List<Offered> common(String language) {
        Function<One, List<String>> names = language.equals("fr") ? One::french : One::english;
        return ALL.stream()
                .map(one ->
                        new Offered(
                                names.apply(one).getFirst(),
                                one.all().distinct().sorted().toList()))
                .toList();
    }

    /// Which of these are offered besides the common ones.
    static List<String> besides(List<String> used) {
        var others = new TreeSet<>(used);
        others.removeAll(ALIKE.keySet());
        return List.copyOf(others);
    }

    private static List<One> read() {
        try (InputStream in =
                Objects.requireNonNull(Conditions.class.getResourceAsStream("conditions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .map(halves -> new One(names(halves[0]), names(halves[1])))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> names(String half) {
        return Arrays.stream(half.split(",", -1)).map(Entry::tag).toList();
    }
}
