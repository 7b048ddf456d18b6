package rounds.platform.markdown;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.util.List;

/// From Markdown to HTML that is not sanitised yet. CommonMark with GitHub's tables, strikethrough,
/// task lists and bare addresses, and footnotes.
final class Layout {

    /// Quotes and lists below this are text. Deeper than anybody quotes, far from any stack's end.
    private static final int DEEPEST_BLOCKS = 32;

    /// The sanitiser drops elements below 256 without a word, so deeper text is refused here.
    private static final int DEEPEST = 100;

    /// Characters of HTML: sixteen for each of the longest text.
    private static final int LONGEST = 1_000_000;

    /// One tilde strikes nothing: `3~5 mg, 7~9 h` are ranges.
    static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create(),
                    FootnotesExtension.create());

    private final Parser parser;

    /// @param steps of the parser for one text at most, see [Gauge]
    Layout(long steps) {
        parser =
                Parser.builder()
                        .extensions(EXTENSIONS)
                        .maxOpenBlockParsers(DEEPEST_BLOCKS)
                        .inlineParserFactory(context -> new Gauge(context, steps))
                        .build();
    }

    String html(String source, String idPrefix) {
        Node document = parser.parse(source);
        if (isTooDeep(document)) {
            throw new ProblemException(Markdown.TOO_TANGLED);
        }
        var html = new Capped(LONGEST);
        renderer(idPrefix).render(document, html);
        return html.toString();
    }

    /// Made anew for each text, because its footnotes carry the prefix; costs under a microsecond.
    private static HtmlRenderer renderer(String idPrefix) {
        return HtmlRenderer.builder()
                .percentEncodeUrls(true)
                .nodeRendererFactory(PostHtml::new)
                .attributeProviderFactory(context -> new FootnoteIds(idPrefix))
                .extensions(EXTENSIONS)
                .build();
    }

    private static boolean isTooDeep(Node document) {
        int depth = 0;
        @Nullable Node node = document.getFirstChild();
        while (node != null && depth <= DEEPEST) {
            Node below = node.getFirstChild();
            if (below != null) {
                depth++;
                node = below;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return depth > DEEPEST;
    }
}
