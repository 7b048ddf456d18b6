package rounds.platform.phi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One word of a reading, with what its letters tell.
///
/// @param text without a possessive `'s`
/// @param gap what stands between the word before and this one, at most three signs of it
record Word(String text, int start, int end, String gap) {

    /// Longer is nobody's name, and no word that a dictionary has.
    static final int LONGEST = 40;

    private static final Set<String> CUT_SHORT = Set.of("d", "qu", "lorsqu", "puisqu", "jusqu");

    /// Begins with a capital and goes on in small letters: `Smith`, `McDowell`, `O'Brien`.
    boolean isTitled() {
        boolean prefix =
                text.length() > 2 && text.charAt(1) == '-' && Character.isLowerCase(text.charAt(2));
        boolean plural = text.length() > 2 && Character.isUpperCase(text.charAt(1));
        return Character.isUpperCase(text.codePointAt(0)) && !isShouted() && !prefix && !plural;
    }

    /// In capitals only: `SMITH`, but also `HTN`.
    boolean isShouted() {
        if (text.length() < 2) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean isInitial() {
        return text.length() == 1 && Character.isUpperCase(text.charAt(0));
    }

    /// Whether only a blank stands before it, or the dot of an initial or a title.
    boolean follows() {
        return gap.equals(" ") || gap.equals(". ") || gap.equals(".");
    }

    /// Whether a sentence, a line or a quotation may begin here.
    boolean opens() {
        return !gap.equals(" ") && !gap.equals(", ");
    }

    /// Whether a digit beside it makes it part of a code, or of a handle.
    boolean isCode(String all) {
        return start > 0 && isOfCode(all.charAt(start - 1))
                || end < all.length() && isOfCode(all.charAt(end));
    }

    private static boolean isOfCode(char sign) {
        return Character.isDigit(sign) || sign == '@' || sign == '_';
    }

    static List<Word> of(String text) {
        var words = new ArrayList<Word>(text.length() / 6 + 1);
        int last = 0;
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetter(text.charAt(at)) && !Character.isSurrogate(text.charAt(at))) {
                at++;
                continue;
            }
            int end = end(text, at);
            int bare = end - at > 2 && text.startsWith("'s", end - 2) ? end - 2 : end;
            String gap = text.substring(Math.max(last, at - 3), at);
            words.add(new Word(text.substring(at, bare), at, bare, gap));
            last = end;
            at = end;
        }
        return words;
    }

    /// Apostrophes and hyphens between letters belong to the word, but not what French cuts short
    /// before a name: "d'Hélène".
    private static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            char sign = text.charAt(at);
            boolean inner =
                    (sign == '\'' || sign == '-')
                            && at + 1 < text.length()
                            && Character.isLetter(text.charAt(at + 1))
                            && !isCutShort(text, start, at);
            if (!Character.isLetter(sign)
                    && !inner
                    && !Character.isSurrogate(sign)
                    && Character.getType(sign) != Character.NON_SPACING_MARK) {
                break;
            }
            at++;
        }
        return Math.max(at, start + 1);
    }

    private static boolean isCutShort(String text, int start, int at) {
        return text.charAt(at) == '\''
                && CUT_SHORT.contains(text.substring(start, at))
                && Character.isUpperCase(text.charAt(at + 1));
    }
}
