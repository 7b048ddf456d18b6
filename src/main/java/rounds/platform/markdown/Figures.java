package rounds.platform.markdown;

import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Images of ours that stand alone in a paragraph, one or several.
final class Figures {
    private Figures() {}

    /// Empty where the paragraph holds anything else.
    static List<Node> in(Paragraph paragraph) {
        var found = new ArrayList<Node>();
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (isOurs(node)) {
                found.add(node);
            } else if (!isGap(node)) {
                return List.of();
            }
        }
        return found;
    }

    /// Where such an image is.
    static LinkNodeBase target(Node image) {
        return Objects.requireNonNull(targetOf(image));
    }

    private static boolean isOurs(Node node) {
        LinkNodeBase target = targetOf(node);
        return target != null && Embedded.at(target.getUrl().unescape()) != null;
    }

    private static @Nullable LinkNodeBase targetOf(Node node) {
        return switch (node) {
            case Image image -> image;
            case ImageRef image -> PostLinks.reference(image);
            default -> null;
        };
    }

    private static boolean isGap(Node node) {
        return node instanceof SoftLineBreak
                || node instanceof HardLineBreak
                || (node instanceof Text text && text.getChars().isBlank());
    }
}
