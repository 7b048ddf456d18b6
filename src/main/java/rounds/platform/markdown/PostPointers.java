package rounds.platform.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What points to people and to content of this site. What content is called is never stored here:
/// not everybody who reads the text may read that. The page fills it in where it may, see
/// [Html#UNFILLED].
final class PostPointers {

    List<NodeRenderingHandler<?>> handlers() {
        return List.of(
                new NodeRenderingHandler<>(Mention.class, this::mention),
                new NodeRenderingHandler<>(Pointer.class, this::pointer));
    }

    /// In a quotation it was said before, by somebody else.
    private void mention(Mention mention, NodeRendererContext context, HtmlWriter html) {
        boolean said = isInLink(mention) || mention.getAncestorOfType(BlockQuote.class) != null;
        String path = said ? "" : Layout.NAMES.get(mention.getDocument()).path(mention.name());
        if (path.isEmpty()) {
            html.text(mention.getChars().toString());
        } else {
            html.raw("<a class=\"at\" href=\"" + path + "\">");
            html.text(mention.getChars().toString()).raw("</a>");
        }
    }

    private void pointer(Pointer pointer, NodeRendererContext context, HtmlWriter html) {
        String words = pointer.words().isEmpty() ? Html.UNFILLED : pointer.words();
        if (isInLink(pointer)) {
            html.text(words);
            return;
        }
        String sign = pointer.words().isEmpty() ? " class=\"to\"" : "";
        html.raw("<a" + sign + " href=\"" + pointer.path() + "\">").text(words).raw("</a>");
    }

    private static boolean isInLink(Node node) {
        for (@Nullable Node around = node.getParent();
                around != null;
                around = around.getParent()) {
            if (around instanceof Link
                    || around instanceof Image
                    || (around instanceof LinkRef ref && ref.isDefined())
                    || (around instanceof ImageRef picture && picture.isDefined())) {
                return true;
            }
        }
        return false;
    }
}
