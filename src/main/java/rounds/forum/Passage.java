package rounds.forum;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// The passage of a post that helped. What a post no longer says is not shown: its author may have
/// taken it out for a reason.
final class Passage {
    static final int LONGEST = 1_000;

    /// Enough to see what it is about.
    private static final int BEGINNING = 360;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u201b\u02bc`\u00b4]");
    // The blanks that French sets inside are no part of what is said.
    private static final Pattern QUOTATIONS =
            Pattern.compile("[\u201c\u201d\u201e\u201f]|\u00ab\\s?|\\s?\u00bb");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");

    /// The marked passage as long as it stands in these words, else how they begin.
    static String of(String words, String marked) {
        String passage = oneLine(marked);
        return !passage.isEmpty() && isIn(words, passage) ? passage : beginning(oneLine(words));
    }

    /// Whether these words hold the passage, whatever signs a keyboard has put for its apostrophes,
    /// quotation marks, dashes and blanks.
    static boolean isIn(String words, String passage) {
        return plain(words).contains(plain(passage));
    }

    private static String plain(String text) {
        String plain = oneLine(Normalizer.normalize(text, Normalizer.Form.NFKC));
        plain = APOSTROPHES.matcher(plain).replaceAll("'");
        plain = QUOTATIONS.matcher(plain).replaceAll("\"");
        return DASHES.matcher(plain).replaceAll("-");
    }

    /// Up to the end of a sentence, where one ends in time; else of a word.
    private static String beginning(String text) {
        if (text.length() <= BEGINNING) {
            return text;
        }
        String start = text.substring(0, BEGINNING);
        int sentence =
                Math.max(
                        start.lastIndexOf(". "),
                        Math.max(start.lastIndexOf("? "), start.lastIndexOf("! ")));
        if (sentence > BEGINNING / 3) {
            return start.substring(0, sentence + 1);
        }
        int word = start.lastIndexOf(' ');
        return start.substring(0, word > 0 ? word : BEGINNING - 1) + " …";
    }

    static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private Passage() {}
}
