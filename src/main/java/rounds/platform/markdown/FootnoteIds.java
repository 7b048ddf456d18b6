package rounds.platform.markdown;

import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

import java.util.HashMap;
import java.util.Map;

/// Gives the anchors of a post's footnotes ids that no other post on the page has, and none of the
/// author's choosing.
final class FootnoteIds implements AttributeProvider {

    private final String prefix;
    private final Map<String, String> ids = new HashMap<>();

    FootnoteIds(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        attributes.computeIfPresent("id", (name, id) -> unique(id));
        boolean reference = attributes.containsKey("data-footnote-ref");
        boolean back = attributes.containsKey("data-footnote-backref");
        if (reference || back) {
            attributes.computeIfPresent("href", (name, href) -> "#" + unique(href.substring(1)));
            attributes.put("role", reference ? "doc-noteref" : "doc-backlink");
        } else if (attributes.containsKey("data-footnotes")) {
            attributes.put("role", "doc-endnotes");
        }
    }

    private String unique(String id) {
        return ids.computeIfAbsent(id, key -> prefix + "-fn" + (ids.size() + 1));
    }
}
