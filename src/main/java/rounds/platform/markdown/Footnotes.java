package rounds.platform.markdown;

import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The notes of one text, numbered as they are first referred to. Their anchors have ids that no
/// other text on the page has, and none of the author's choosing.
final class Footnotes {

    private record Note(FootnoteBlock block, int number, String id, List<String> references) {}

    private final String prefix;
    private final Map<FootnoteBlock, Note> notes = new IdentityHashMap<>();
    private final List<Note> inOrder = new ArrayList<>();
    private int ids;

    Footnotes(String prefix) {
        this.prefix = prefix;
    }

    void refer(FootnoteBlock block, HtmlWriter html) {
        Note note = notes.get(block);
        if (note == null) {
            note = new Note(block, inOrder.size() + 1, newId(), new ArrayList<>());
            notes.put(block, note);
            inOrder.add(note);
        }
        String id = newId();
        note.references().add(id);
        html.raw("<sup><a href=\"#" + note.id() + "\" id=\"" + id + "\" role=\"doc-noteref\">");
        html.raw(note.number() + "</a></sup>");
    }

    /// A note may refer to further ones, which come after it.
    void write(NodeRendererContext context, HtmlWriter html) {
        if (inOrder.isEmpty()) {
            return;
        }
        html.line().raw("<section role=\"doc-endnotes\">").line().raw("<ol>").line();
        for (int i = 0; i < inOrder.size(); i++) {
            Note note = inOrder.get(i);
            html.raw("<li id=\"" + note.id() + "\">").line();
            context.renderChildren(note.block());
            note.references().forEach(id -> back(id, html));
            html.raw("</li>").line();
        }
        html.raw("</ol>").line().raw("</section>").line();
    }

    private static void back(String id, HtmlWriter html) {
        html.raw(" <a href=\"#" + id + "\" role=\"doc-backlink\">↩</a>");
    }

    private String newId() {
        return prefix + "-fn" + ++ids;
    }
}
