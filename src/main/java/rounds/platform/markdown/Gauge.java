package rounds.platform.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.InlineParserFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

import rounds.kernel.ProblemException;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// Lays out the words of each block as long as the text's allowance lasts. Within a block the
/// parser pairs marks, so its time grows with the square of their number, and each `<` or `(` makes
/// it look through the rest of the block. Whatever may be a bare address is read to its end at each
/// of its dots. What a block would cost at worst is known before it is parsed.
final class Gauge extends CommonmarkInlineParser {

    private long stepsLeft;

    private Gauge(
            DataHolder options,
            BitSet special,
            BitSet delimiters,
            Map<Character, DelimiterProcessor> processors,
            LinkRefProcessorData linkRefs,
            List<InlineParserExtensionFactory> extensions,
            long steps) {
        super(options, special, delimiters, processors, linkRefs, extensions);
        this.stepsLeft = steps;
    }

    @Override
    public void parse(BasedSequence words, Node block) {
        spend(steps(words));
        super.parse(words, block);
    }

    @Override
    public int preProcessBlock(Paragraph block, ParserState state) {
        spend(block.getChars().length());
        return super.preProcessBlock(block, state);
    }

    private void spend(long steps) {
        stepsLeft -= steps;
        if (stepsLeft < 0 || Thread.currentThread().isInterrupted()) {
            throw new ProblemException(Markdown.TOO_TANGLED);
        }
    }

    private static long steps(BasedSequence words) {
        String text = words.toString();
        long marks = 1;
        long angles = 0;
        long dots = 0;
        long word = 0;
        long addresses = 0;
        for (int i = 0; i < text.length(); i++) {
            word++;
            switch (text.charAt(i)) {
                case '*', '_', '~', '[', ']', '`', '\n' -> marks++;
                case '<', '(' -> angles++;
                case '.', ':', '@' -> dots++;
                case ' ' -> {
                    addresses += dots * word;
                    dots = 0;
                    word = 0;
                }
                default -> {}
            }
        }
        addresses += dots * word;
        return marks * marks + angles * text.length() + addresses;
    }

    /// @param steps for one text
    record Factory(long steps) implements InlineParserFactory {

        @Override
        public InlineParser inlineParser(
                DataHolder options,
                BitSet special,
                BitSet delimiters,
                Map<Character, DelimiterProcessor> processors,
                LinkRefProcessorData linkRefs,
                List<InlineParserExtensionFactory> extensions) {
            return new Gauge(options, special, delimiters, processors, linkRefs, extensions, steps);
        }
    }
}
