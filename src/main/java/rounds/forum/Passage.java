package rounds.forum;

import java.util.regex.Pattern;

/// The passage of a post that helped. What a post no longer says is not shown: its author may have
/// taken it out for a reason.
final class Passage {
    static final int LONGEST = 1_000;

    /// Enough to see what it is about.
    private static final int BEGINNING = 360;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// The marked passage as long as it stands in these words, else how they begin.
    static String of(String words, String marked) {
        String text = oneLine(words);
        String passage = oneLine(marked);
        return !passage.isEmpty() && text.contains(passage) ? passage : beginning(text);
    }

    static boolean isIn(String words, String passage) {
        return oneLine(words).contains(oneLine(passage));
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
