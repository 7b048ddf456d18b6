package rounds.web.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of the interface that stand within people's HTML, and are said in the language of whoever
/// reads it when the page is made: the filter `spoken` puts them in.
public final class Spoken {
    /// Nobody can type it: what the database keeps never holds it.
    private static final char SIGN = '\0';

    private static final Pattern PLACE = Pattern.compile("\0([^\0 ]*)(?: ([^\0]*))?\0");

    /// What becomes the code of that language, for the attribute `lang`.
    public static final String LANGUAGE = "" + SIGN + SIGN;

    /// What becomes the message of that key.
    public static String word(String key) {
        return SIGN + key + SIGN;
    }

    /// The same of a message that names a number.
    public static String word(String key, int number) {
        return SIGN + key + ' ' + number + SIGN;
    }

    static String in(String html, Language language, Messages messages) {
        return PLACE.matcher(html)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                found.group(1).isEmpty()
                                        ? language.code()
                                        : messages.html(
                                                        language,
                                                        found.group(1),
                                                        found.group(2) == null
                                                                ? List.of()
                                                                : List.of(
                                                                        Integer.valueOf(
                                                                                found.group(2))))
                                                .toString()));
    }

    private Spoken() {}
}
