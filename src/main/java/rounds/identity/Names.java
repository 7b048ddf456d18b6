package rounds.identity;

import rounds.kernel.ProblemException;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Names and other single lines about a person, cleaned of what nobody sees.
public final class Names {
    private static final int LONGEST = 100;

    /// Control and format characters (zero-width, bidirectional, tags), lone surrogates, and the
    /// letters that are drawn as nothing: with them a name could be empty, or read backwards.
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}"
                            + "\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}"
                            + "\\x{FFA0}\\x{E0100}-\\x{E01EF}]");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /// More marks on one letter than any written language needs climb over the lines around.
    private static final Pattern TOWER = Pattern.compile("(\\p{M}{4})\\p{M}+");

    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

    private Names() {}

    /// The name as it is kept.
    ///
    /// @throws ProblemException at the field `name` when nothing readable is left, or too much
    public static String clean(String name) {
        String clean = line(name);
        if (!LETTER.matcher(clean).find()) {
            throw ProblemException.invalid("name", "identity.name.empty");
        }
        if (clean.codePointCount(0, clean.length()) > LONGEST) {
            throw ProblemException.invalid("name", "identity.name.long", LONGEST);
        }
        return clean;
    }

    /// One line, without anything unseen, in the form NFC.
    public static String line(String text) {
        String spaced = SPACE.matcher(text).replaceAll(" ");
        String seen = UNSEEN.matcher(spaced).replaceAll("");
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
        return TOWER.matcher(SPACE.matcher(composed).replaceAll(" ")).replaceAll("$1").strip();
    }
}
