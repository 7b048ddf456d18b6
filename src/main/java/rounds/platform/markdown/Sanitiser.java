package rounds.platform.markdown;

import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import java.util.List;
import java.util.regex.Pattern;

/// The wall behind the renderer: whatever the renderer wrote, only this comes out. Sanitising its
/// own output again changes nothing.
final class Sanitiser {

    private static final String FOREIGN_REL = "nofollow ugc noopener";
    private static final Pattern FOOTNOTE_ID = Pattern.compile("[A-Za-z0-9-]{1,40}-fn\\d{1,5}");

    private static final String OURS = "/images/[0-9a-z]{13}(?:/\\d{1,4})?";
    private static final Pattern IMAGE = Pattern.compile(OURS);
    private static final Pattern SOURCES =
            Pattern.compile(OURS + " \\d{1,4}w(?: ?, " + OURS + " \\d{1,4}w){0,4}");

    private final PolicyFactory policy =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "hr",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "blockquote",
                            "pre",
                            "ul",
                            "ol",
                            "li")
                    .allowElements(
                            "table", "thead", "tbody", "tr", "th", "td", "details", "summary",
                            "section", "div")
                    .allowElements(
                            "em", "strong", "b", "i", "s", "del", "ins", "mark", "sub", "sup",
                            "kbd", "small")
                    .allowElements("q", "code", "abbr", "label", "figure", "figcaption")
                    .allowElements(Sanitiser::link, "a")
                    .allowElements(Sanitiser::box, "input")
                    .allowElements(Sanitiser::image, "img")
                    .disallowWithoutAttributes("div", "section")
                    .allowUrlProtocols("http", "https", "mailto")
                    .allowAttributes("href")
                    .matching(Sanitiser::address)
                    .onElements("a")
                    .allowAttributes("title")
                    .matching(Sanitiser::title)
                    .onElements("a", "abbr")
                    .allowAttributes("class")
                    .matching(true, "to", "at", "picture")
                    .onElements("a")
                    .allowAttributes("role")
                    .matching(true, "doc-noteref", "doc-backlink")
                    .onElements("a")
                    .allowAttributes("id")
                    .matching(FOOTNOTE_ID)
                    .onElements("a", "li")
                    .allowAttributes("role")
                    .matching(true, "doc-endnotes")
                    .onElements("section")
                    .allowAttributes("class")
                    .matching(true, "scroll")
                    .onElements("div")
                    .allowAttributes("tabindex")
                    .matching(true, "0")
                    .onElements("div", "pre")
                    .allowAttributes("align")
                    .matching(true, "left", "center", "right")
                    .onElements("th", "td")
                    .allowAttributes("start")
                    .matching(Pattern.compile("\\d{1,9}"))
                    .onElements("ol")
                    .allowAttributes("type")
                    .matching(true, "checkbox")
                    .onElements("input")
                    .allowAttributes("checked")
                    .onElements("input")
                    .allowAttributes("src")
                    .matching(IMAGE)
                    .onElements("img")
                    .allowAttributes("srcset")
                    .matching(SOURCES)
                    .onElements("img")
                    .allowAttributes("sizes")
                    .matching(Pattern.compile("[a-z0-9():, -]{1,80}"))
                    .onElements("img")
                    .allowAttributes("width", "height")
                    .matching(Pattern.compile("\\d{1,5}"))
                    .onElements("img")
                    .allowAttributes("alt")
                    .matching(Sanitiser::title)
                    .onElements("img")
                    .allowAttributes("loading")
                    .matching(true, "lazy")
                    .onElements("img")
                    .allowAttributes("decoding")
                    .matching(true, "async")
                    .onElements("img")
                    .toFactory();

    String sanitise(String html) {
        return policy.sanitize(html);
    }

    /// The library ends a value that holds a backtick with a blank; without this each pass adds
    /// one.
    private static String title(String element, String attribute, String value) {
        return value.strip();
    }

    private static @Nullable String address(String element, String attribute, String value) {
        Address address = Address.of(value);
        return address == null ? null : address.href();
    }

    private static @Nullable String link(String element, List<String> attributes) {
        int href = attributes.indexOf("href");
        if (href < 0) {
            return null;
        }
        Address address = Address.of(attributes.get(href + 1));
        if (address == null) {
            return null;
        }
        if (address.isForeign()) {
            attributes.add("rel");
            attributes.add(FOREIGN_REL);
        }
        return element;
    }

    /// An image from elsewhere would tell its host who reads.
    private static @Nullable String image(String element, List<String> attributes) {
        int src = attributes.indexOf("src");
        return src >= 0 && IMAGE.matcher(attributes.get(src + 1)).matches() ? element : null;
    }

    private static @Nullable String box(String element, List<String> attributes) {
        if (!attributes.contains("checkbox")) {
            return null;
        }
        attributes.add("disabled");
        attributes.add("disabled");
        return element;
    }
}
