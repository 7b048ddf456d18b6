package rounds.platform.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.internal.TableNodeRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.DelegatingNodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.html.renderer.PhasedNodeRenderer;
import com.vladsch.flexmark.html.renderer.RenderingPhase;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How a post differs from a page of its own: headings below those of the page, pictures as links,
/// tables and long code that scroll, raw HTML shown, boxes of a task list with a label.
final class PostHtml implements PhasedNodeRenderer {

    /// The page has its title (h1) and the post's head (h2).
    private static final int DEMOTED_BY = 2;

    /// Longer lines of code scroll on a phone, so the keyboard must reach them.
    private static final int CODE_FITS = 32;

    private final ListOptions lists;
    private final Footnotes footnotes;
    private final RawHtml rawHtml = new RawHtml();
    private final PostLinks links = new PostLinks();

    private PostHtml(DataHolder options) {
        lists = ListOptions.get(options);
        footnotes = new Footnotes(Layout.ID_PREFIX.get(options));
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        Set<NodeRenderingHandler<?>> handlers = new HashSet<>(links.handlers());
        handlers.addAll(new PostPointers().handlers());
        handlers.addAll(
                List.of(
                        new NodeRenderingHandler<>(Heading.class, this::heading),
                        new NodeRenderingHandler<>(FencedCodeBlock.class, this::fenced),
                        new NodeRenderingHandler<>(IndentedCodeBlock.class, this::indented),
                        new NodeRenderingHandler<>(TableBlock.class, this::table),
                        new NodeRenderingHandler<>(TaskListItem.class, this::task),
                        new NodeRenderingHandler<>(Code.class, PostHtml::span),
                        new NodeRenderingHandler<>(BlockQuote.class, this::quote)));
        handlers.addAll(
                List.of(
                        new NodeRenderingHandler<>(
                                HtmlInline.class, (tag, c, html) -> rawHtml.inline(tag, html)),
                        new NodeRenderingHandler<>(
                                HtmlInlineComment.class,
                                (tag, c, html) -> rawHtml.inline(tag, html)),
                        new NodeRenderingHandler<>(HtmlBlock.class, this::htmlBlock),
                        new NodeRenderingHandler<>(HtmlCommentBlock.class, this::htmlBlock),
                        new NodeRenderingHandler<>(Footnote.class, this::footnote),
                        new NodeRenderingHandler<>(FootnoteBlock.class, (n, c, html) -> {})));
        return handlers;
    }

    @Override
    public Set<RenderingPhase> getRenderingPhases() {
        return Set.of(RenderingPhase.BODY_BOTTOM);
    }

    @Override
    public void renderDocument(
            NodeRendererContext context, HtmlWriter html, Document document, RenderingPhase phase) {
        footnotes.write(context, html);
    }

    private void heading(Heading heading, NodeRendererContext context, HtmlWriter html) {
        String name = "h" + Math.min(6, heading.getLevel() + DEMOTED_BY);
        html.line().raw("<" + name + ">");
        context.renderChildren(heading);
        html.raw("</" + name + ">").line();
    }

    private void quote(BlockQuote quote, NodeRendererContext context, HtmlWriter html) {
        html.line().raw("<blockquote>").line();
        context.renderChildren(quote);
        html.line().raw("</blockquote>").line();
    }

    /// Blanks within are kept, which the parser's own renderer does not.
    static void span(Code code, NodeRendererContext context, HtmlWriter html) {
        String text = code.getText().normalizeEOL().replace('\n', ' ');
        if (code.getAncestorOfType(TableCell.class) != null) {
            text = text.replace("\\|", "|");
        }
        boolean padded = text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
        html.raw("<code>");
        html.text(padded ? text.substring(1, text.length() - 1) : text);
        html.raw("</code>");
    }

    private void fenced(FencedCodeBlock block, NodeRendererContext context, HtmlWriter html) {
        code(block.getContentChars().normalizeEOL(), html);
    }

    private void indented(IndentedCodeBlock block, NodeRendererContext context, HtmlWriter html) {
        code(block.getContentChars().trimTailBlankLines().normalizeEndWithEOL(), html);
    }

    private static void code(String literal, HtmlWriter html) {
        boolean scrolls = literal.lines().anyMatch(line -> line.length() > CODE_FITS);
        html.line().raw(scrolls ? "<pre tabindex=\"0\">" : "<pre>").openPre();
        html.raw("<code>").text(literal).raw("</code></pre>").closePre();
        html.line();
    }

    private void table(TableBlock table, NodeRendererContext context, HtmlWriter html) {
        html.line().raw("<div class=\"scroll\" tabindex=\"0\"><table>").line();
        context.renderChildren(table);
        html.line().raw("</table></div>").line();
    }

    private void task(TaskListItem item, NodeRendererContext context, HtmlWriter html) {
        boolean tight = lists.isTightListItem(item);
        Node words = item.getFirstChild() instanceof Paragraph paragraph ? paragraph : null;
        html.line().raw(tight ? "<li><label>" : "<li><p><label>");
        html.raw("<input type=\"checkbox\" disabled=\"\"");
        html.raw(item.isItemDoneMarker() ? " checked=\"\" /> " : " /> ");
        if (words != null) {
            context.renderChildren(words);
        }
        html.raw(tight ? "</label>" : "</label></p>");
        each(words == null ? item.getFirstChild() : words.getNext(), context);
        html.raw("</li>").line();
    }

    private static void each(@Nullable Node first, NodeRendererContext context) {
        for (Node node = first; node != null; node = node.getNext()) {
            context.render(node);
        }
    }

    private void htmlBlock(HtmlBlockBase block, NodeRendererContext context, HtmlWriter html) {
        rawHtml.block(block.getContentChars().normalizeEOL().stripTrailing(), html);
    }

    private void footnote(Footnote footnote, NodeRendererContext context, HtmlWriter html) {
        FootnoteBlock block = footnote.getFootnoteBlock();
        if (block != null) {
            footnotes.refer(block, html);
            return;
        }
        html.text("[^");
        if (footnote.hasChildren()) {
            context.renderChildren(footnote);
        } else {
            html.text(footnote.getText().unescape());
        }
        html.text("]");
    }

    /// Comes before the renderer of the extension for tables.
    static final class Factory implements DelegatingNodeRendererFactory {

        @Override
        public NodeRenderer apply(DataHolder options) {
            return new PostHtml(options);
        }

        @Override
        public Set<Class<?>> getDelegates() {
            return Set.of(TableNodeRenderer.Factory.class);
        }
    }
}
