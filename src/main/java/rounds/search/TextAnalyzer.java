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
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

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
        TokenStream parts = new CompoundFilter(new LowerCaseFilter(UnspacedFilter.parts(words)));
        return switch (language) {
            case "en" ->
                    new LatinEndings(
                            new PorterStemFilter(plain(new EnglishPossessiveFilter(parts))));
            case "fr" ->
                    new FrenchLightStemFilter(
                            plain(new ElisionFilter(parts, FrenchAnalyzer.DEFAULT_ARTICLES)));
            default -> plain(parts);
        };
    }

    @Override
    protected Reader initReader(String part, Reader text) {
        return new HyphenReader(text);
    }

    private static TokenStream plain(TokenStream words) {
        return new LigatureFilter(new AccentFilter(words));
    }

    private static TokenStream weighted(String part, TokenStream words) {
        return switch (part) {
            case TextPart.TITLE -> new RepeatFilter(words, TITLE_WEIGHT);
            case TextPart.TAGS -> new RepeatFilter(words, TAG_WEIGHT);
            default -> words;
        };
    }

    /// So that no phrase reaches from the title into the body, or from one tag into the next.
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }

    /// The words of a text in the form of this language, the accented forms left out.
    List<String> words(String text) {
        return with(chain -> chain.words(text));
    }

    /// What was written as one and taken apart, as a whole.
    List<String> joined(String text) {
        return with(chain -> chain.joined(text));
    }

    /// The same with where they stand.
    Analysed analysed(String text) {
        return with(chain -> chain.analysed(text));
    }

    private <T> T with(Function<Chain, T> work) {
        Chain idle = chains.poll();
        Chain chain = idle != null ? idle : chain();
        T result = work.apply(chain);
        chains.offer(chain);
        return result;
    }

    private Chain chain() {
        var source = new StandardTokenizer();
        return new Chain(source, stemmed(source));
    }

    private enum Kind {
        WORD,
        /// It was taken apart, and its parts follow.
        JOINED,
        /// A sign that was taken together with its neighbours.
        SINGLE
    }

    /// Takes a word and where it stands.
    private interface Taker {
        void take(int position, String word, Kind kind);
    }

    private record Chain(StandardTokenizer source, TokenStream end) {
        List<String> words(String text) {
            return those(text, Kind.WORD);
        }

        List<String> joined(String text) {
            return those(text, Kind.JOINED);
        }

        private List<String> those(String text, Kind wanted) {
            var words = new ArrayList<String>();
            read(
                    text,
                    (_, word, kind) -> {
                        if (kind == wanted) {
                            words.add(word);
                        }
                    });
            return words;
        }

        Analysed analysed(String text) {
            var positions = new HashMap<Integer, Set<String>>();
            read(
                    text,
                    (position, word, _) ->
                            positions.computeIfAbsent(position, _ -> new HashSet<>()).add(word));
            return new Analysed(positions);
        }

        private static Kind kind(TypeAttribute type) {
            if (UnspacedFilter.isSingle(type)) {
                return Kind.SINGLE;
            }
            return CompoundFilter.isJoined(type) ? Kind.JOINED : Kind.WORD;
        }

        /// Every word but the accented forms, and where it stands.
        private void read(String text, Taker taker) {
            try (end) {
                var term = end.addAttribute(CharTermAttribute.class);
                var type = end.addAttribute(TypeAttribute.class);
                var step = end.addAttribute(PositionIncrementAttribute.class);
                int position = -1;
                source.setReader(new HyphenReader(new StringReader(Writing.closed(text))));
                end.reset();
                while (end.incrementToken()) {
                    position += step.getPositionIncrement();
                    if (!AccentFilter.isExact(term)) {
                        taker.take(position, term.toString(), kind(type));
                    }
                }
                end.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
