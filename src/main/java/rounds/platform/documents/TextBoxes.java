package rounds.platform.documents;

import org.w3c.dom.Node;

import java.util.ArrayList;
import java.util.List;

/// The words in the frames of a DOCX, which its paragraphs only hold.
final class TextBoxes {
    private static final int DEEPEST = 200;
    private static final int MOST = 5_000;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private TextBoxes() {}

    /// A line for each paragraph in a frame.
    static List<String> lines(Node body) {
        var boxes = new TextBoxes();
        boxes.look(body, false, 0);
        return boxes.lines;
    }

    /// @param inside a frame
    private void look(Node parent, boolean inside, int deep) {
        if (deep > DEEPEST || lines.size() > MOST) {
            return;
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE) {
                continue;
            }
            String name = node.getLocalName();
            // A frame is written twice: as it is, and for programs that do not know such ones.
            if (name == null || name.equals("Fallback") || name.equals("del")) {
                continue;
            }
            boolean frame = inside || name.equals("txbxContent");
            if (inside && name.equals("t")) {
                line.append(words(node));
            } else if (inside && (name.equals("tab") || name.equals("br"))) {
                line.append(' ');
            } else {
                look(node, frame, deep + 1);
            }
            if (inside && name.equals("p") && !line.toString().isBlank()) {
                lines.add(line.toString());
            }
            if (inside && name.equals("p")) {
                line.setLength(0);
            }
        }
    }

    private static String words(Node text) {
        var words = new StringBuilder();
        for (Node node = text.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.TEXT_NODE) {
                words.append(node.getNodeValue());
            }
        }
        return words.toString();
    }
}
