package rounds.search;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Finds the words in what is written without blanks between them. Letters become the words that a
/// dictionary knows. Of signs the index keeps every two that stand together, so that a word is
/// found whatever stands around it and however a dictionary would cut it, each by itself, and the
/// words marked as exact, so that they come before what only holds their signs. Everything else
/// passes as it is.
final class UnspacedFilter extends TokenFilter {
    private static final String SINGLE = "single";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final boolean inWords;
    private final Deque<Part> parts = new ArrayDeque<>();
    private @Nullable State run;
    private @Nullable State ahead;
    private boolean atEnd;

    private record Part(String text, int step, boolean single, boolean exact) {}

    private UnspacedFilter(TokenStream words, boolean inWords) {
        super(words);
        this.inWords = inWords;
    }

    /// As people read it, word by word.
    static UnspacedFilter words(TokenStream words) {
        return new UnspacedFilter(words, true);
    }

    /// As the index keeps it.
    static UnspacedFilter parts(TokenStream words) {
        return new UnspacedFilter(words, false);
    }

    /// Whether this is a sign that stands in the index with its neighbours, too.
    static boolean isSingle(TypeAttribute type) {
        return type.type().equals(SINGLE);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (true) {
            if (run != null && !parts.isEmpty()) {
                emit(run, parts.removeFirst());
                return true;
            }
            if (!next()) {
                return false;
            }
            Writing writing = Writing.of(term);
            if (writing == Writing.SPACED) {
                return true;
            }
            gather(writing);
        }
    }

    private boolean next() throws IOException {
        if (ahead != null) {
            restoreState(ahead);
            ahead = null;
            return true;
        }
        return !atEnd && input.incrementToken();
    }

    /// The tokenizer cuts where kana meets Chinese signs, and between these.
    private void gather(Writing writing) throws IOException {
        run = captureState();
        var text = new StringBuilder(term);
        int end = offset.endOffset();
        while (!atEnd && ahead == null) {
            if (!input.incrementToken()) {
                atEnd = true;
            } else if (offset.startOffset() == end && Writing.of(term) == writing) {
                text.append(term);
                end = offset.endOffset();
            } else {
                ahead = captureState();
            }
        }
        if (writing == Writing.SIGNS && !inWords) {
            addSigns(Writing.folded(text.toString()));
        } else {
            Writing.words(text.toString())
                    .forEach(word ->
                            parts.add(
                                    new Part(
                                            text.substring(word.start(), word.end()),
                                            1,
                                            false,
                                            false)));
        }
    }

    /// The last sign stands where the one before it does: so what follows it follows at once.
    private void addSigns(String signs) {
        int[] starts = signs.codePoints().toArray();
        var words = Writing.words(signs);
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            int end = at + Character.charCount(starts[i]);
            boolean last = i == starts.length - 1;
            if (last) {
                boolean alone = i == 0;
                parts.add(new Part(signs.substring(at, end), alone ? 1 : 0, !alone, false));
            } else {
                int next = end + Character.charCount(starts[i + 1]);
                parts.add(new Part(signs.substring(at, next), 1, false, false));
                parts.add(new Part(signs.substring(at, end), 0, true, false));
            }
            int from = at;
            words.stream()
                    .filter(word -> word.start() == from)
                    .forEach(word ->
                            parts.add(
                                    new Part(
                                            AccentFilter.exact(
                                                    signs.substring(word.start(), word.end())),
                                            0,
                                            false,
                                            true)));
            at = end;
        }
    }

    private void emit(State state, Part part) {
        restoreState(state);
        term.setEmpty().append(part.text);
        step.setPositionIncrement(part.step);
        keyword.setKeyword(part.exact);
        if (part.single) {
            type.setType(SINGLE);
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
        run = null;
        ahead = null;
        atEnd = false;
    }
}
