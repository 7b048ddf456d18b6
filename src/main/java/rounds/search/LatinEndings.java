package rounds.search;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

import java.io.IOException;

/// Takes from English words the Latin endings that a stemmer for English leaves: metastasis and
/// metastases, placenta and placental, bacterium and bacteria are one word to a physician.
final class LatinEndings extends TokenFilter {
    /// Shorter stems would run into each other.
    private static final int SHORTEST = 6;

    private static final int MOST_VOWELS = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    /// @param input words without their English endings
    LatinEndings(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            term.setLength(stem(term.buffer(), term.length()));
        }
        return true;
    }

    private static int stem(char[] word, int length) {
        int end = length;
        if (end >= SHORTEST + 2 && word[end - 2] == 'u' && word[end - 1] == 'm') {
            end -= 2;
        }
        for (int i = 0; i < MOST_VOWELS && end >= SHORTEST && isVowel(word[end - 1]); i++) {
            end--;
        }
        return end;
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
