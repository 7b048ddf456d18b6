package rounds.platform.markdown;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Says what is wrong with HTML that a post may become. Written apart from the sanitiser's policy,
/// on another parser, so that a mistake in one is seen by the other.
final class Judge {

    private static final Set<String> BLOCKS =
            Set.of(
                    "p br hr h3 h4 h5 h6 blockquote ul li table thead tbody tr details summary figure figcaption"
                            .split(" "));
    private static final Set<String> INLINE =
            Set.of("em strong b i s del ins mark sub sup kbd small q code label".split(" "));
    private static final Map<String, Set<String>> WITH_ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("a", Set.of("href", "title", "rel", "role", "id", "class")),
                    Map.entry("li", Set.of("id")),
                    Map.entry("pre", Set.of("tabindex")),
                    Map.entry("div", Set.of("class", "tabindex")),
                    Map.entry("section", Set.of("role")),
                    Map.entry("ol", Set.of("start")),
                    Map.entry("th", Set.of("align")),
                    Map.entry("td", Set.of("align")),
                    Map.entry("abbr", Set.of("title")),
                    Map.entry("input", Set.of("type", "checked", "disabled")),
                    Map.entry(
                            "img",
                            Set.of(
                                    "src",
                                    "srcset",
                                    "sizes",
                                    "width",
                                    "height",
                                    "alt",
                                    "loading",
                                    "decoding")));

    /// A browser puts a post into a page, and a quotation or an editor may put it elsewhere.
    private static final List<String> PLACES =
            List.of("div", "td", "li", "template", "noscript", "title", "svg");

    private Judge() {}

    static List<String> faults(String html) {
        var faults = new ArrayList<String>();
        judge(Jsoup.parseBodyFragment(html).body(), faults);
        for (String place : PLACES) {
            List<Node> nodes =
                    Parser.parseFragment(html, new Element(place), "https://forum.example/");
            var holder = new Element("div").appendChildren(nodes);
            if (!place.equals("title") && !place.equals("svg")) {
                judge(holder, faults);
            }
            judge(Jsoup.parseBodyFragment(holder.html()).body(), faults);
        }
        return faults;
    }

    private static void judge(Element root, List<String> faults) {
        root.childNodes().forEach(node -> judge(node, faults));
    }

    private static void judge(Node node, List<String> faults) {
        switch (node) {
            case Element element -> judgeElement(element, faults);
            case DataNode data -> faults.add("data " + data.getWholeData());
            case Comment comment when !comment.getData().isBlank() ->
                    faults.add("comment " + comment);
            default -> {}
        }
        node.childNodes().forEach(child -> judge(child, faults));
    }

    private static void judgeElement(Element element, List<String> faults) {
        String name = element.normalName();
        Set<String> attributes = WITH_ATTRIBUTES.getOrDefault(name, Set.of());
        if (attributes.isEmpty() && !BLOCKS.contains(name) && !INLINE.contains(name)) {
            faults.add("element " + name);
        }
        for (Attribute attribute : element.attributes()) {
            if (!attributes.contains(attribute.getKey())) {
                faults.add("attribute " + name + " " + attribute);
            }
        }
        if (element.hasAttr("href")) {
            judgeLink(element, faults);
        }
        if (name.equals("input")
                && !(element.attr("type").equals("checkbox") && element.hasAttr("disabled"))) {
            faults.add("input " + element);
        }
        if (name.equals("img")
                && !(element.attr("src") + ", " + element.attr("srcset"))
                        .matches("(/images/[0-9a-z]{13}(/\\d+)?( \\d+w)?( ?, ?|$))+")) {
            faults.add("image " + element);
        }
        if (element.hasAttr("id") && !element.id().matches("[\\w-]+-fn\\d+")) {
            faults.add("id " + element.id());
        }
    }

    private static void judgeLink(Element link, List<String> faults) {
        String seen =
                link.attr("href")
                        .replaceAll("[\\x00-\\x20]", "")
                        .replace('\\', '/')
                        .toLowerCase(Locale.ROOT);
        boolean own = seen.startsWith("#") || (seen.startsWith("/") && !seen.startsWith("//"));
        boolean foreign = seen.matches("https?://[a-z0-9._\\[\\]:-]+([/?#].*)?|mailto:.*");
        if (!own && !foreign) {
            faults.add("href " + seen);
        }
        if (foreign && !link.attr("rel").equals("nofollow ugc noopener")) {
            faults.add("rel " + link);
        }
    }
}
