package rounds.search;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

import java.io.IOException;

/// Says every word several times at the same place: it counts more often, and the text grows no
/// longer by it, since words at one place count once for the length.
final class RepeatFilter extends TokenFilter {
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final int times;
    private int left;

    RepeatFilter(TokenStream input, int times) {
        super(input);
        this.times = times;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (left > 0) {
            left--;
            step.setPositionIncrement(0);
            return true;
        }
        left = times - 1;
        return input.incrementToken();
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        left = 0;
    }
}
