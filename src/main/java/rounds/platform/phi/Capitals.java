package rounds.platform.phi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that are written with a capital and are nobody's name here: days, peoples, places, bodies,
/// and the eponyms of medicine.
final class Capitals {
    private Capitals() {}

    private static final Set<String> OTHER = words("other.txt");

    /// Of diseases, signs, scores, and of those who first told of them.
    private static final Set<String> EPONYMS = words("eponyms.txt");

    /// Of what an institution, a work or a disease is called: no name of a person ends before them.
    private static final Set<String> THINGS = words("things.txt");

    /// Capitals at the beginning of French sentences, which the dictionary does not know.
    private static final Set<String> FRENCH = words("french.txt");

    /// Surnames that are words of the dictionary, too. Behind a given name they are names.
    private static final Set<String> SURNAMES = words("surnames.txt");

    /// Given names that are words of the dictionary, too, but hardly with a capital.
    private static final Set<String> GIVEN = words("given.txt");

    static boolean isSurname(String word) {
        return SURNAMES.contains(plain(word));
    }

    static boolean isGiven(String word) {
        return GIVEN.contains(plain(word)) && !isOther(word);
    }

    static boolean isOther(String word) {
        return OTHER.contains(plain(word));
    }

    static boolean isEponym(String word) {
        String plain = plain(word);
        int hyphen = plain.indexOf('-');
        return EPONYMS.contains(plain)
                || hyphen > 0 && EPONYMS.contains(plain.substring(0, hyphen));
    }

    static boolean isThing(String word) {
        return THINGS.contains(plain(word));
    }

    static boolean isFrench(String word) {
        return FRENCH.contains(plain(word));
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    }

    private static Set<String> words(String file) {
        try (InputStream in = Objects.requireNonNull(Capitals.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
