package rounds.platform.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

import rounds.kernel.ProblemException;

/// Lays out the words of each block as long as the text's allowance lasts. Within a block the
/// parser pairs marks, so its time grows with the square of their number, and each `<` makes it
/// look for a `>` through the rest of the block: 64,000 of them take over 3 s. What a block would
/// cost at worst is known before it is parsed.
final class Gauge implements InlineParser {

    private final InlineParser parser;
    private long stepsLeft;

    /// @param steps for one text; 10⁸ take about 0.1 s
    Gauge(InlineParserContext context, long steps) {
        this.parser = new InlineParserImpl(context);
        this.stepsLeft = steps;
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        stepsLeft -= steps(lines);
        if (stepsLeft < 0 || Thread.currentThread().isInterrupted()) {
            throw new ProblemException(Markdown.TOO_TANGLED);
        }
        parser.parse(lines, block);
    }

    private static long steps(SourceLines lines) {
        long length = 0;
        long marks = 0;
        long angles = 0;
        for (SourceLine line : lines.getLines()) {
            CharSequence words = line.getContent();
            for (int i = 0; i < words.length(); i++) {
                switch (words.charAt(i)) {
                    case '*', '_', '~', '[', ']', '`' -> marks++;
                    case '<' -> angles++;
                    default -> {}
                }
            }
            length += words.length();
            marks++;
        }
        return marks * marks + angles * length;
    }
}
