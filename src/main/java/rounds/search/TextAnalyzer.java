package rounds.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Words of one language as the index keeps them. No stop words are left out here, so that phrases
/// hold together; they are left out of the question instead.
final class TextAnalyzer extends Analyzer {

    /// A word of the title or a tag counts as often as this many in the body. Words repeated at one
    /// place make one sum of title and body before it is damped, as BM25F does.
    private static final int TITLE_WEIGHT = 2;

    private static final int TAG_WEIGHT = 2;

    private final String language;

    // A chain holds large tables, and requests come on threads of their own: chains are kept for
    // the next, not by thread.
    private final ConcurrentLinkedQueue<Chain> chains = new ConcurrentLinkedQueue<>();

    TextAnalyzer(String language) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String part) {
        var words = new StandardTokenizer();
        return new TokenStreamComponents(words, weighted(part, stemmed(words)));
    }

    private TokenStream stemmed(TokenStream words) {
        return switch (language) {
            case "en" -> new PorterStemFilter(plain(new EnglishPossessiveFilter(words)));
            case "fr" ->
                    new FrenchLightStemFilter(
                            plain(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES)));
            default -> plain(words);
        };
    }

    private static TokenStream plain(TokenStream words) {
        return new LigatureFilter(new AccentFilter(new LowerCaseFilter(words)));
    }

    private static TokenStream weighted(String part, TokenStream words) {
        return switch (part) {
            case TextPart.TITLE -> new RepeatFilter(words, TITLE_WEIGHT);
            case TextPart.TAGS -> new RepeatFilter(words, TAG_WEIGHT);
            default -> words;
        };
    }

    /// So that no phrase reaches from the title into the body.
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }

    /// The words of a text in the form of this language, the accented forms left out.
    List<String> words(String text) {
        Chain idle = chains.poll();
        Chain chain = idle != null ? idle : chain();
        List<String> words = chain.words(text);
        chains.offer(chain);
        return words;
    }

    private Chain chain() {
        var source = new StandardTokenizer();
        return new Chain(source, stemmed(source));
    }

    private record Chain(StandardTokenizer source, TokenStream end) {
        List<String> words(String text) {
            var words = new ArrayList<String>();
            try (end) {
                var term = end.addAttribute(CharTermAttribute.class);
                source.setReader(new StringReader(text));
                end.reset();
                while (end.incrementToken()) {
                    if (!AccentFilter.isExact(term)) {
                        words.add(term.toString());
                    }
                }
                end.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return words;
        }
    }
}
