package rounds.web.page;

import java.util.Locale;

/// The face of a person without a picture: the first letters of the first and the last name.
final class Initials {
    private Initials() {}

    static String of(String name) {
        String[] parts = name.strip().split("[\\s\\p{Z}]+");
        String first = letter(parts[0]);
        return parts.length == 1 ? first : first + letter(parts[parts.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty()
                ? ""
                : Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
