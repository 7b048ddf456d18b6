package rounds.search;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Text taken from a PDF often has its ligatures torn out: "signi fi cant", "fi brosis". Where such
/// a piece stands alone between two words, the words it may have come from are added at its place:
/// joined to the right, and joined to both sides. One of them is right; the other finds nothing.
final class LigatureFilter extends TokenFilter {
    private static final Set<String> PIECES = Set.of("ff", "fi", "fl", "ffi", "ffl");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    private final ArrayDeque<State> ready = new ArrayDeque<>();
    private final StringBuilder before = new StringBuilder();
    private int beforeEnd = -1;

    LigatureFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!ready.isEmpty()) {
            restoreState(ready.poll());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (isPiece()) {
            heal();
        } else {
            remember();
        }
        return true;
    }

    private boolean isPiece() {
        return term.length() <= 3 && term.length() >= 2 && PIECES.contains(term.toString());
    }

    private void heal() throws IOException {
        State piece = captureState();
        String middle = term.toString();
        int start = offset.startOffset();
        int end = offset.endOffset();
        @Nullable State next = input.incrementToken() ? captureState() : null;
        if (next != null && offset.startOffset() == end + 1) {
            String right = term.toString();
            for (String word : joined(middle, right, start)) {
                restoreState(piece);
                term.setEmpty().append(word);
                step.setPositionIncrement(0);
                ready.add(captureState());
            }
        }
        if (next != null) {
            restoreState(next);
            remember();
            ready.add(next);
        }
        restoreState(piece);
    }

    private List<String> joined(String middle, String right, int start) {
        var words = new ArrayList<String>(2);
        words.add(middle + right);
        if (beforeEnd == start - 1) {
            words.add(before + middle + right);
        }
        return words;
    }

    private void remember() {
        if (!AccentFilter.isExact(term)) {
            before.setLength(0);
            before.append(term);
            beforeEnd = offset.endOffset();
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        ready.clear();
        before.setLength(0);
        beforeEnd = -1;
    }
}
