package rounds.library.citation;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the formats have in common in reading single values.
final class Plain {
    private static final Pattern YEAR =
            Pattern.compile("(?<!\\d)(1[5-9]\\d\\d|2[01]\\d\\d)(?!\\d)");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");

    // Some formats end a value at the end of a line, and one value must not become two.
    static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }

    static @Nullable Integer year(String text) {
        Matcher found = YEAR.matcher(text);
        return found.find() ? Integer.valueOf(found.group(1)) : null;
    }

    /// Without `https://doi.org/` or `doi:` before it; empty where there is none.
    static String doi(String text) {
        Matcher found = DOI.matcher(text);
        return found.find() ? found.group() : "";
    }

    static String number(String text) {
        String digits = text.strip().replaceFirst("(?i)^pmid:?\\s*", "");
        return digits.matches("\\d{1,9}") ? digits : "";
    }

    /// ISO 639-1 of `en`, `en-CA`, `eng`, `English`; empty for what is none of them.
    static String language(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT).split("[-_,; ]", 2)[0];
        if (given.length() == 2) {
            return given;
        }
        return Arrays.stream(Locale.getISOLanguages())
                .filter(code -> isNamed(Locale.of(code), given))
                .findFirst()
                .orElse("");
    }

    private static boolean isNamed(Locale language, String name) {
        return language.getISO3Language().equals(name)
                || language.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)
                || language.getDisplayLanguage(language).equalsIgnoreCase(name);
    }

    static List<String> keywords(String text) {
        return Arrays.stream(text.split("[,;\n]", -1))
                .map(Plain::line)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    static String letters(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }

    private Plain() {}
}
