package rounds.search;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/// Takes off accents, ligatures and invisible characters. A word that had accents is kept a second
/// time as it stood, so that those who type them find it first.
final class AccentFilter extends TokenFilter {
    /// No tokenizer lets this through, so a marked word meets no other.
    private static final char EXACT = '=';

    private static final int FIRST_FOREIGN = 0x370;

    /// Letters with two accents.
    private static final int FIRST_MORE_LATIN = 0x1e00;

    private static final int LAST_MORE_LATIN = 0x1eff;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private @Nullable State pendingState;
    private String pending = "";

    AccentFilter(TokenStream input) {
        super(input);
    }

    /// A word as it stood, marked as the index marks it.
    static String exact(String lowerCased) {
        return EXACT + Normalizer.normalize(lowerCased, Normalizer.Form.NFC);
    }

    static boolean isExact(CharSequence term) {
        return !term.isEmpty() && term.charAt(0) == EXACT;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (pendingState != null) {
            restoreState(pendingState);
            pendingState = null;
            term.setEmpty().append(pending);
            step.setPositionIncrement(0);
            keyword.setKeyword(true);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (!isAscii(term)) {
            fold();
        }
        return true;
    }

    private void fold() {
        String given = term.toString();
        String folded = folded(given);
        if (hasAccents(given, folded)) {
            pending = exact(given);
            pendingState = captureState();
        }
        term.setEmpty().append(folded);
    }

    static String folded(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
        if (composed.codePoints().anyMatch(AccentFilter::isForeign)) {
            return foreign(word, composed);
        }
        char[] in = composed.toCharArray();
        // The longest that one character can become is four.
        char[] out = new char[4 * in.length];
        int length = ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length);
        var kept = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            if (!isInvisible(out[i])) {
                kept.append(out[i]);
            }
        }
        return kept.isEmpty() ? word : kept.toString();
    }

    /// A letter or a digit of another script than the Latin one.
    private static boolean isForeign(int c) {
        return c >= FIRST_FOREIGN
                && (c < FIRST_MORE_LATIN || c > LAST_MORE_LATIN)
                && Character.isLetterOrDigit(c)
                && UnicodeScript.of(c) != UnicodeScript.LATIN
                && UnicodeScript.of(c) != UnicodeScript.COMMON;
    }

    private static String foreign(String word, String composed) {
        String folded = Writing.folded(composed);
        return folded.isEmpty() ? word : folded;
    }

    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || (c >= '\u0300' && c <= '\u036f');
    }

    /// Ligatures and invisible characters are accidents of typesetting and not worth a second form.
    private static boolean hasAccents(String given, String folded) {
        return given.length() == folded.length() && !given.equals(folded);
    }

    private static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pendingState = null;
    }
}
