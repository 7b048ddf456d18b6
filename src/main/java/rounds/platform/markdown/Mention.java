package rounds.platform.markdown;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

import java.util.Locale;

/// What may be the name of somebody: `@` and a handle, or the word for a role.
final class Mention extends Node {

    Mention(BasedSequence chars) {
        super(chars);
        appendChild(new Text(chars));
    }

    /// In small letters, without the `@`.
    String name() {
        return getChars().toString().substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }
}
