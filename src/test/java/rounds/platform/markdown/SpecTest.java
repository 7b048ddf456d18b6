package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// How much of the written Markdown standards holds.
class SpecTest {

    /// Verbatim. With `percentEncodeUrls`, as we have it, all 655 of the first.
    @ParameterizedTest
    @CsvSource({"commonmark, false, 640", "commonmark, true, 655", "gfm, true, 649"})
    void theParserKeepsTheStandard(String name, boolean encoded, int least) {
        Parser parser = Parser.builder().build();
        HtmlRenderer renderer = HtmlRenderer.builder().percentEncodeUrls(encoded).build();

        assertThat(
                        passed(
                                name,
                                source -> renderer.render(parser.parse(source)),
                                UnaryOperator.identity()))
                .isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @CsvSource({"commonmark, 650", "gfm, 660", "gfm-extensions, 20"})
    void theExtensionsKeepTheStandard(String name, int least) {
        Parser parser = Parser.builder().extensions(Layout.EXTENSIONS).build();
        HtmlRenderer renderer =
                HtmlRenderer.builder()
                        .extensions(Layout.EXTENSIONS)
                        .percentEncodeUrls(true)
                        .build();

        assertThat(
                        passed(
                                name,
                                source -> renderer.render(parser.parse(source)),
                                UnaryOperator.identity()))
                .isGreaterThanOrEqualTo(least);
    }

    /// Compared without what a post changes on purpose: headings, boxes around tables, addresses
    /// and pictures. What is left is raw HTML, which is shown.
    @ParameterizedTest
    @CsvSource({"commonmark, 581", "gfm, 602", "gfm-extensions, 24"})
    void postsKeepTheStandard(String name, int least) {
        var markdown = new Markdown();

        assertThat(passed(name, source -> markdown.render(source).value(), SpecTest::bones))
                .isGreaterThanOrEqualTo(least);
    }

    private static int passed(
            String name, UnaryOperator<String> render, UnaryOperator<String> view) {
        List<Map<String, Object>> examples = Examples.array("markdown/" + name + ".json");
        List<Object> failed =
                examples.stream()
                        .filter(e -> !passes(e, render, view))
                        .map(e -> e.get("example"))
                        .toList();
        int passed = examples.size() - failed.size();
        System.out.println(name + ": " + passed + " of " + examples.size() + ", not " + failed);
        return passed;
    }

    private static boolean passes(
            Map<String, Object> example, UnaryOperator<String> render, UnaryOperator<String> view) {
        String made = view.apply(render.apply(Examples.text(example, "markdown")));
        return made.equals(view.apply(Examples.text(example, "html")));
    }

    private static String bones(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        page.select("h1, h2, h3, h4, h5, h6").tagName("h6");
        page.select("img").forEach(image -> image.replaceWith(new TextNode(image.attr("alt"))));
        page.select("a, div, label").unwrap();
        page.body().getAllElements().forEach(Element::clearAttributes);
        return page.body().html().replaceAll("\\s+(?=<)|(?<=>)\\s+", "").strip();
    }
}
