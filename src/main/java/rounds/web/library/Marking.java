package rounds.web.library;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import rounds.search.Inside;
import rounds.search.Passage;

import java.util.ArrayList;
import java.util.List;

/// Marks words in HTML that was sanitised: texts become texts and `mark`, nothing else changes.
final class Marking {

    static String marked(String html, Inside.Wanted wanted) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        var texts = new ArrayList<TextNode>();
        page.body()
                .traverse((node, _) -> {
                    if (node instanceof TextNode text) {
                        texts.add(text);
                    }
                });
        texts.forEach(text -> mark(text, wanted.marked(text.getWholeText())));
        return page.body().html();
    }

    private static void mark(TextNode text, Passage passage) {
        if (passage.segments().stream().noneMatch(Passage.Segment::marked)) {
            return;
        }
        List<Node> pieces =
                passage.segments().stream()
                        .map(segment ->
                                segment.marked()
                                        ? new Element("mark").text(segment.text())
                                        : new TextNode(segment.text()))
                        .toList();
        pieces.forEach(text::before);
        text.remove();
    }

    private Marking() {}
}
