package rounds.platform.markdown;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// Finds `@name` where it begins a word: an address for mail or a path holds an `@` too, and names
/// nobody.
final class MentionParser implements InlineParserExtension {

    /// As long as a handle may be.
    private static final int LONGEST = 30;

    /// Of one text: whoever names more names nobody, and each costs more in a long quotation.
    private static final int MOST = 400;

    private int found;

    private MentionParser() {}

    @Override
    public void finalizeDocument(InlineParser parser) {}

    @Override
    public void finalizeBlock(InlineParser parser) {}

    @Override
    public boolean parse(LightInlineParser parser) {
        if (found == MOST) {
            return false;
        }
        BasedSequence input = parser.getInput();
        int at = parser.getIndex();
        int end = end(input, at + 1);
        if (end - at < 2 || !beginsWord(input, at) || !endsWord(input, end)) {
            return false;
        }
        found++;
        parser.flushTextNode();
        parser.getBlock().appendChild(new Mention(input.subSequence(at, end)));
        parser.setIndex(end);
        return true;
    }

    private static boolean beginsWord(BasedSequence input, int at) {
        return at == 0
                || (!isInWord(input.charAt(at - 1))
                        && "@/.-+:#&=".indexOf(input.charAt(at - 1)) < 0);
    }

    private static boolean endsWord(BasedSequence input, int end) {
        return end == input.length() || (!isInWord(input.charAt(end)) && input.charAt(end) != '@');
    }

    private static boolean isInWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// Stops and hyphens belong to a name only between its letters.
    private static int end(BasedSequence input, int from) {
        int end = from;
        for (int i = from; i < input.length() && i - from < LONGEST; i++) {
            char c = input.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                end = i + 1;
            } else if (c != '.' && c != '-') {
                break;
            }
        }
        return end;
    }

    static final class Factory implements InlineParserExtensionFactory {

        @Override
        public CharSequence getCharacters() {
            return "@";
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }

        @Override
        public InlineParserExtension apply(LightInlineParser parser) {
            return new MentionParser();
        }
    }
}
