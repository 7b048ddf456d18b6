package rounds.search;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;

import org.apache.lucene.analysis.icu.ICUFoldingFilter;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How a script is written, as far as a search must know it to tell words apart.
enum Writing {
    /// Blanks stand between words.
    SPACED,
    /// No blanks, or blanks where they tell little, and each sign says something: Chinese, Japanese
    /// and Korean. A word is found wherever its signs stand in their order.
    SIGNS,
    /// Letters without blanks between words, as in Thai, Lao, Khmer and Burmese. Only a dictionary
    /// knows where words end.
    LETTERS;

    /// A word of a run, by its place in it.
    record Piece(int start, int end) {}

    private static final int FIRST_UNSPACED = 0x0e00;

    /// Katakana is drawn out by it, in full and in half width; and the marks of voiced half-width
    /// kana. They belong to no script.
    private static final String KANA_MARKS = "\u30fc\uff70\uff9e\uff9f";

    private static final Pattern BROKEN =
            Pattern.compile(
                    "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u30fc])[\\s\\p{Z}]+"
                            + "(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");

    /// Loads a dictionary of a few megabytes: only once somebody writes so.
    private static final class Dictionary {
        static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);

        static final Normalizer2 WIDTH = Normalizer2.getNFKCCasefoldInstance();
    }

    static Writing of(CharSequence text) {
        return text.isEmpty() ? SPACED : of(Character.codePointAt(text, 0));
    }

    static Writing of(int sign) {
        if (sign < FIRST_UNSPACED) {
            return SPACED;
        }
        if (KANA_MARKS.indexOf(sign) >= 0) {
            return SIGNS;
        }
        return switch (UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> SIGNS;
            case THAI, LAO, KHMER, MYANMAR -> LETTERS;
            default -> SPACED;
        };
    }

    /// Whether lines may end within a word of it, and blanks tell nothing.
    static boolean isClosed(int sign) {
        return of(sign) == SIGNS && UnicodeScript.of(sign) != UnicodeScript.HANGUL;
    }

    /// Chinese and Japanese without the blanks and the ends of lines in between: there are none to
    /// whoever reads it.
    static String closed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_UNSPACED && isClosed(text.charAt(i))) {
                return BROKEN.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    /// The words of a run that is written without blanks. What the dictionary does not know it
    /// takes apart into single signs: they are left together, since names of drugs and diseases are
    /// such.
    static List<Piece> words(String run) {
        var dictionary = (BreakIterator) Dictionary.WORDS.clone();
        dictionary.setText(run);
        var pieces = new ArrayList<Piece>();
        int start = dictionary.first();
        boolean wasSingle = false;
        for (int end = dictionary.next(); end != BreakIterator.DONE; end = dictionary.next()) {
            boolean single = isSingleHan(run, start, end);
            if (single && wasSingle) {
                pieces.set(pieces.size() - 1, new Piece(pieces.getLast().start(), end));
            } else if (run.substring(start, end).chars().anyMatch(Character::isLetter) || single) {
                pieces.add(new Piece(start, end));
            }
            wasSingle = single;
            start = end;
        }
        return pieces;
    }

    private static boolean isSingleHan(String run, int start, int end) {
        int sign = run.codePointAt(start);
        return Character.charCount(sign) == end - start
                && UnicodeScript.of(sign) == UnicodeScript.HAN;
    }

    /// What differs only in width, case, accents, vowel points and the digits of another script is
    /// one word. A voiced kana is another letter than its plain one.
    static String folded(String word) {
        return of(word) == SIGNS
                ? Dictionary.WIDTH.normalize(word)
                : ICUFoldingFilter.NORMALIZER.normalize(word);
    }
}
