package rounds.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of a text as they are written, small and without accents, for [Spelling]: no numbers,
/// no codes, and none so short or so long that nobody mistakes it for another.
final class SpelledWords extends FilteringTokenFilter {
    static final int SHORTEST = 4;

    static final int LONGEST = 40;

    static final Analyzer ANALYZER =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var words = new StandardTokenizer();
                    return new TokenStreamComponents(
                            words,
                            new SpelledWords(
                                    new AccentFilter(
                                            new LowerCaseFilter(UnspacedFilter.words(words)))));
                }
            };

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    private SpelledWords(TokenStream words) {
        super(words);
    }

    /// The vowels of some scripts are marks.
    static boolean isLetter(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    @Override
    protected boolean accept() {
        return term.length() >= SHORTEST
                && term.length() <= LONGEST
                && term.chars().allMatch(SpelledWords::isLetter);
    }
}
