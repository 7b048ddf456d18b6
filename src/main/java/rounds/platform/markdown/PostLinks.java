package rounds.platform.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.util.List;

/// The links and pictures of one post.
final class PostLinks {

    private boolean inLink;
    private long written;

    List<NodeRenderingHandler<?>> handlers() {
        return List.of(
                new NodeRenderingHandler<>(Link.class, (n, c, html) -> link(n, n, c, html)),
                new NodeRenderingHandler<>(Image.class, (n, c, html) -> picture(n, n, html)),
                new NodeRenderingHandler<>(Paragraph.class, this::paragraph),
                new NodeRenderingHandler<>(LinkRef.class, this::linkRef),
                new NodeRenderingHandler<>(ImageRef.class, this::pictureRef),
                new NodeRenderingHandler<>(AutoLink.class, (n, c, html) -> bare(n, "", html)),
                new NodeRenderingHandler<>(
                        MailLink.class, (n, c, html) -> bare(n, "mailto:", html)));
    }

    private void linkRef(LinkRef node, NodeRendererContext context, HtmlWriter html) {
        Reference reference = reference(node);
        if (reference != null) {
            link(node, reference, context, html);
        } else if (node.hasChildren()) {
            html.text(node.getChars().prefixOf(node.getChildChars()).unescape());
            context.renderChildren(node);
            html.text(node.getChars().suffixOf(node.getChildChars()).unescape());
        } else {
            html.text(node.getChars().unescape());
        }
    }

    private void pictureRef(ImageRef node, NodeRendererContext context, HtmlWriter html) {
        Reference reference = reference(node);
        if (reference != null) {
            picture(node, reference, html);
        } else {
            html.text(node.getChars().unescape());
        }
    }

    static @Nullable Reference reference(RefNode node) {
        return node.isDefined() ? node.getReferenceNode(node.getDocument()) : null;
    }

    private void link(Node node, LinkNodeBase to, NodeRendererContext context, HtmlWriter html) {
        Address address = Address.of(to.getUrl().unescape());
        if (address == null || inLink) {
            context.renderChildren(node);
            return;
        }
        open(plain(address, node), to, html);
        inLink = true;
        String words = words(node);
        if (words.isBlank()) {
            html.text(plain(address, node));
        } else {
            context.renderChildren(node);
        }
        inLink = false;
        close(address, words, html);
    }

    /// A picture from elsewhere would tell its host who reads, so it is offered as a link.
    private void picture(Node node, LinkNodeBase of, HtmlWriter html) {
        Embedded image = Embedded.at(of.getUrl().unescape());
        String words = words(node);
        if (image != null) {
            show(image, words, html);
            return;
        }
        Address address = Address.of(of.getUrl().unescape());
        if (address == null || inLink) {
            html.text(words);
            return;
        }
        open(plain(address, node), of, html);
        html.text(words.isBlank() ? plain(address, node) : words);
        close(address, words, html);
    }

    /// An image of ours, which leads to itself in its full size; but a link needs a name.
    private void show(Embedded image, String words, HtmlWriter html) {
        String element = image.element(words);
        spend(element.length());
        if (inLink || words.isBlank() || words.strip().equals(Embedded.DECORATION)) {
            html.raw(element);
        } else {
            html.raw("<a class=\"picture\" href=\"" + image.inFull() + "\">");
            html.raw(element).raw("</a>");
        }
    }

    /// Where images stand alone in a paragraph, each is a figure, and its title the words below it.
    private void paragraph(Paragraph paragraph, NodeRendererContext context, HtmlWriter html) {
        List<Node> alone = Figures.in(paragraph);
        if (alone.isEmpty() || inLink) {
            context.delegateRender();
            return;
        }
        for (Node node : alone) {
            LinkNodeBase of = Figures.target(node);
            String title = of.getTitle().isNull() ? "" : of.getTitle().unescape().strip();
            spend(title.length());
            html.line().raw("<figure>");
            picture(node, of, html);
            if (!title.isEmpty()) {
                html.raw("<figcaption>").text(title).raw("</figcaption>");
            }
            html.raw("</figure>").line();
        }
    }

    /// What stands between angles is meant letter by letter.
    private void bare(DelimitedLinkNode node, String scheme, HtmlWriter html) {
        boolean inAngles = !node.getOpeningMarker().isEmpty();
        String words = inAngles ? node.getText().toString() : node.getText().unescape();
        Address address = Address.of(words.startsWith("www.") ? "http://" + words : scheme + words);
        if (address == null || inLink) {
            html.text(inAngles ? node.getChars().toString() : words);
            return;
        }
        OwnAddress own = OwnAddress.of(address.href(), Layout.SITE.get(node.getDocument()));
        if (own != null && own.rest().isEmpty()) {
            // It is called what it is called where it is read, by who may know that.
            spend(own.path().length());
            html.raw("<a class=\"to\" href=\"" + own.path() + "\">");
            html.text(Html.UNFILLED).raw("</a>");
            return;
        }
        open(own == null ? address.href() : own.href(), null, html);
        html.text(own == null ? words : own.href());
        close(address, words, html);
    }

    /// Where it leads, without what an address of ours says of a title.
    private static String plain(Address address, Node node) {
        OwnAddress own = OwnAddress.of(address.href(), Layout.SITE.get(node.getDocument()));
        return own == null ? address.href() : own.href();
    }

    /// A reference used a thousand times writes its address a thousand times.
    private void open(String to, @Nullable LinkNodeBase titled, HtmlWriter html) {
        String href = Escaping.percentEncodeUrl(to);
        String title =
                titled == null || titled.getTitle().isNull() ? null : titled.getTitle().unescape();
        spend(href.length() + (title == null ? 0 : title.length()));
        html.raw("<a href=\"" + Escaping.escapeHtml(href, false) + "\"");
        html.raw(title == null ? ">" : " title=\"" + Escaping.escapeHtml(title, false) + "\">");
    }

    private void spend(int length) {
        written += length;
        if (written > Layout.LONGEST || Thread.currentThread().isInterrupted()) {
            throw new ProblemException(Markdown.TOO_TANGLED);
        }
    }

    private static void close(Address address, String words, HtmlWriter html) {
        html.raw("</a>");
        String host = address.lookalike();
        if (host != null && !words.contains(host)) {
            html.text(" (" + host + ")");
        }
    }

    /// The words inside a link or a picture, without markup.
    private static String words(Node node) {
        var words = new StringBuilder();
        collect(node, words);
        return words.toString();
    }

    private static void collect(Node parent, StringBuilder words) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> words.append(text.getChars().unescape());
                case Code code -> words.append(code.getText());
                case HtmlEntity entity -> words.append(entity.getChars().unescape());
                case SoftLineBreak ignored -> words.append(' ');
                default -> collect(node, words);
            }
        }
    }
}
