package rounds.platform.markdown;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.ParserEmulationProfile;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.data.MutableDataSet;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.util.List;

/// From Markdown to HTML that is not sanitised yet. CommonMark with GitHub's tables, strikethrough,
/// task lists and bare addresses, and footnotes.
final class Layout {

    /// Of the ids of a text's footnotes.
    static final DataKey<String> ID_PREFIX = new DataKey<>("ID_PREFIX", "n");

    /// Whom the names in a text mean.
    static final DataKey<Names> NAMES = new DataKey<>("NAMES", Names.none(), _ -> Names.none());

    /// The address of the site, for which its own links are known; empty where it is not.
    static final DataKey<String> SITE = new DataKey<>("SITE", "");

    /// One tilde strikes nothing, as `3~5 mg, 7~9 h` are ranges: this extension wants two.
    private static final StrikethroughExtension STRIKE = StrikethroughExtension.create();

    private static final TablesExtension TABLES = TablesExtension.create();

    /// The sanitiser drops elements below 256 without a word, so deeper text is refused here.
    private static final int DEEPEST = 100;

    /// Characters of HTML: sixteen for each of the longest text.
    static final int LONGEST = 1_000_000;

    private final Parser parser;
    private final HtmlRenderer renderer;
    private final String site;

    /// @param steps of the parser for one text at most, see [Gauge]
    /// @param site its address, without a slash at its end; empty: not known
    Layout(long steps, String site) {
        this.site = site;
        parser =
                Parser.builder(options())
                        .customInlineParserFactory(new Gauge.Factory(steps))
                        .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
                        .customBlockParserFactory(new Depth.Factory())
                        .customInlineParserExtensionFactory(new MentionParser.Factory())
                        .customInlineParserExtensionFactory(new PointerParser.Factory())
                        .extensions(
                                List.of(
                                        TABLES,
                                        STRIKE,
                                        TaskListExtension.create(),
                                        AutolinkExtension.create(),
                                        FootnoteExtension.create()))
                        .build();
        renderer =
                HtmlRenderer.builder(options())
                        .nodeRendererFactory(new PostHtml.Factory())
                        .extensions(List.of(TABLES, STRIKE))
                        .build();
    }

    /// CommonMark, and of tables what GitHub makes of them.
    static DataHolder options() {
        MutableDataSet options = new MutableDataSet();
        options.setFrom(ParserEmulationProfile.COMMONMARK);
        options.set(HtmlRenderer.PERCENT_ENCODE_URLS, true);
        options.set(HtmlRenderer.OBFUSCATE_EMAIL, false);
        options.set(TablesExtension.COLUMN_SPANS, false);
        options.set(TablesExtension.APPEND_MISSING_COLUMNS, true);
        options.set(TablesExtension.DISCARD_EXTRA_COLUMNS, true);
        options.set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true);
        options.set(TablesExtension.MIN_SEPARATOR_DASHES, 1);
        options.set(TablesExtension.MIN_HEADER_ROWS, 1);
        options.set(TablesExtension.MAX_HEADER_ROWS, 1);
        options.set(TablesExtension.WITH_CAPTION, false);
        return options.toImmutable();
    }

    String html(String source, String idPrefix, Names names) {
        Document document = parser.parse(source);
        if (isTooDeep(document)) {
            throw new ProblemException(Markdown.TOO_TANGLED);
        }
        document.set(ID_PREFIX, idPrefix);
        document.set(NAMES, names);
        document.set(SITE, site);
        var html = new Capped(LONGEST);
        renderer.render(document, html);
        return html.toString();
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
