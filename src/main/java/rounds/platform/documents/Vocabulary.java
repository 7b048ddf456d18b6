package rounds.platform.documents;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// How a document itself writes the words that could be written in two ways.
final class Vocabulary {
    /// So that a hostile document does not fill the memory; the longest books have fewer.
    private static final int MOST = 100_000;

    private static final int LONGEST = 60;

    private final Set<String> compounds = new HashSet<>();
    private final Set<String> standing = new HashSet<>();

    void learn(String text) {
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetter(text.charAt(at))) {
                at++;
                continue;
            }
            int end = end(text, at);
            if (end - at <= LONGEST) {
                learn(text, at, end);
            }
            at = end;
        }
    }

    /// Hyphens between letters belong to a word; at the end of a line they may not.
    private static int end(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char sign = text.charAt(at);
            boolean within =
                    isHyphen(sign)
                            && at + 1 < text.length()
                            && Character.isLetter(text.charAt(at + 1));
            if (!Character.isLetter(sign) && !within) {
                return at;
            }
            at++;
        }
        return at;
    }

    private void learn(String text, int from, int to) {
        boolean ends = to == text.length() || ".,;:!?)\u00bb\u201d\"".indexOf(text.charAt(to)) >= 0;
        boolean ligature = "fil".indexOf(text.charAt(to - 1)) >= 0 && to - from > 2;
        int hyphen = hyphen(text, from, to);
        if (hyphen >= 0 && compounds.size() < MOST) {
            compounds.add(plain(text.substring(from, to)));
        } else if (ends && ligature && hyphen < 0 && standing.size() < MOST) {
            standing.add(plain(text.substring(from, to)));
        }
    }

    private static int hyphen(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isHyphen(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    static boolean isHyphen(char sign) {
        return sign == '-' || sign == '\u2010' || sign == '\u2011';
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2010', '-').replace('\u2011', '-');
    }

    /// Whether the document has this word with a hyphen in the middle of a line.
    boolean hyphenates(String first, String second) {
        return compounds.contains(plain(first + '-' + second));
    }

    /// Whether this is seen to end a sentence or a part of one.
    boolean stands(String word) {
        return standing.contains(plain(word));
    }
}
