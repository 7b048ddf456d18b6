package rounds.platform.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/// A link to content of this site by its kind and id: `[[d:0hzqk8v7m3x2c]]`, or with words of its
/// own.
final class Pointer extends Node {
    private final String path;
    private final String words;

    /// @param words empty: the page is to fill in what it is called
    Pointer(BasedSequence chars, String path, String words) {
        super(chars);
        this.path = path;
        this.words = words;
    }

    String path() {
        return path;
    }

    String words() {
        return words;
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
