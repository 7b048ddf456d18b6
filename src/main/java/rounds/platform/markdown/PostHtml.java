package rounds.platform.markdown;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How a post differs from a page of its own: headings below those of the page, pictures as links,
/// tables and long code that scroll, raw HTML shown, boxes of a task list with a label.
final class PostHtml extends CoreHtmlNodeRenderer {

    /// The page has its title (h1) and the post's head (h2).
    private static final int DEMOTED_BY = 2;

    /// Longer lines of code scroll on a phone, so the keyboard must reach them.
    private static final int CODE_FITS = 32;

    private final HtmlWriter html;
    private final RawHtml rawHtml;
    private boolean inLink;

    PostHtml(HtmlNodeRendererContext context) {
        super(context);
        this.html = context.getWriter();
        this.rawHtml = new RawHtml(html);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        var types = new HashSet<>(super.getNodeTypes());
        types.add(TableBlock.class);
        return types;
    }

    @Override
    public void render(Node node) {
        if (node instanceof TableBlock) {
            table(node);
        } else {
            super.render(node);
        }
    }

    @Override
    public void visit(Heading heading) {
        String name = "h" + Math.min(6, heading.getLevel() + DEMOTED_BY);
        html.line();
        html.tag(name);
        visitChildren(heading);
        html.tag("/" + name);
        html.line();
    }

    @Override
    public void visit(Link link) {
        Address address = Address.of(link.getDestination());
        if (address == null || inLink) {
            visitChildren(link);
            return;
        }
        open(address, link.getTitle());
        inLink = true;
        String words = Alt.of(link);
        if (words.isBlank()) {
            html.text(address.href());
        } else {
            visitChildren(link);
        }
        inLink = false;
        close(address, words);
    }

    /// A picture from elsewhere would tell its host who reads, so it is offered as a link.
    @Override
    public void visit(Image image) {
        Address address = Address.of(image.getDestination());
        String words = Alt.of(image);
        if (address == null || inLink) {
            html.text(words);
            return;
        }
        open(address, image.getTitle());
        html.text(words.isBlank() ? address.href() : words);
        close(address, words);
    }

    private void open(Address address, @Nullable String title) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", context.encodeUrl(address.href()));
        if (title != null) {
            attributes.put("title", title);
        }
        html.tag("a", attributes);
    }

    private void close(Address address, String words) {
        html.tag("/a");
        String host = address.lookalike();
        if (host != null && !words.contains(host)) {
            html.text(" (" + host + ")");
        }
    }

    @Override
    public void visit(HtmlInline tag) {
        rawHtml.inline(tag);
    }

    @Override
    public void visit(HtmlBlock block) {
        rawHtml.block(block.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock block) {
        code(block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        code(block.getLiteral());
    }

    private void code(String literal) {
        boolean scrolls = literal.lines().anyMatch(line -> line.length() > CODE_FITS);
        html.line();
        html.tag("pre", scrolls ? Map.of("tabindex", "0") : Map.of());
        html.tag("code");
        html.text(literal);
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    private void table(Node table) {
        html.line();
        html.raw("<div class=\"scroll\" tabindex=\"0\">");
        html.tag("table");
        each(table.getFirstChild());
        html.tag("/table");
        html.tag("/div");
        html.line();
    }

    @Override
    public void visit(ListItem item) {
        if (item.getFirstChild() instanceof TaskListItemMarker box
                && box.getNext() instanceof Paragraph words) {
            task(item, box, words);
        } else {
            super.visit(item);
        }
    }

    private void task(ListItem item, Node box, Paragraph words) {
        boolean tight = item.getParent() instanceof ListBlock list && list.isTight();
        html.tag("li");
        html.raw(tight ? "<label>" : "<p><label>");
        context.render(box);
        visitChildren(words);
        html.raw(tight ? "</label>" : "</label></p>");
        each(words.getNext());
        html.tag("/li");
        html.line();
    }

    private void each(@Nullable Node first) {
        for (Node node = first; node != null; node = node.getNext()) {
            context.render(node);
        }
    }

    /// The words inside a link or a picture, without markup.
    private static final class Alt extends AbstractVisitor {
        private final StringBuilder words = new StringBuilder();

        static String of(Node node) {
            var alt = new Alt();
            alt.visitChildren(node);
            return alt.words.toString();
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }
    }
}
