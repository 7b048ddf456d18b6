package rounds.platform.markdown;

import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.util.Set;

/// Begins no block, but is asked wherever one may begin: refuses quotes and lists nested deeper
/// than anybody quotes, long before the parser's time or stack ends, and stops when told to.
final class Depth implements BlockParserFactory {

    /// A list and its item are two.
    private static final int DEEPEST = 64;

    private Depth() {}

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (state.getActiveBlockParsers().size() > DEEPEST
                || Thread.currentThread().isInterrupted()) {
            throw new ProblemException(Markdown.TOO_TANGLED);
        }
        return null;
    }

    static final class Factory implements CustomBlockParserFactory {

        @Override
        public BlockParserFactory apply(DataHolder options) {
            return new Depth();
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of(BlockQuoteParser.Factory.class, ListBlockParser.Factory.class);
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
