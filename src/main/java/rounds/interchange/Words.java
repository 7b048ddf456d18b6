package rounds.interchange;

import rounds.identity.Names;
import rounds.kernel.ProblemException;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes names and handles of what another site called so.
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_HANDLES = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern EDGES = Pattern.compile("^[.-]+|[.-]+$");

    /// On one line, without what cannot be seen; may be empty.
    static String line(String text, int longest) {
        return cut(Names.line(text), longest);
    }

    /// The first of these that can be a name; empty if none can.
    static String name(String... texts) {
        for (String text : texts) {
            try {
                return Names.clean(line(text, 100));
            } catch (ProblemException _) {
                // Nothing in it that could be read.
            }
        }
        return "";
    }

    /// The handle somebody would have wished for; may be too short.
    static String handle(String text, int longest) {
        return trimmed(NOT_IN_HANDLES.matcher(ascii(text)).replaceAll("-"), longest);
    }

    private static String trimmed(String words, int longest) {
        String trimmed = EDGES.matcher(words).replaceAll("");
        return trimmed.length() <= longest
                ? trimmed
                : EDGES.matcher(trimmed.substring(0, longest)).replaceAll("");
    }

    private static String ascii(String text) {
        String letters =
                text.replace("œ", "oe")
                        .replace("Œ", "oe")
                        .replace("æ", "ae")
                        .replace("Æ", "ae")
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("Ø", "o");
        return MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest)).strip();
    }

    private Words() {}
}
