package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// How much of the written Markdown standards holds.
class SpecTest {

    /// Verbatim, with the options of CommonMark and no extension; the second time with our code
    /// spans, whose blanks are kept as the standard wants it by now.
    @ParameterizedTest
    @CsvSource({
        "commonmark, false, 629",
        "commonmark, true, 637",
        "gfm, false, 631",
        "gfm, true, 639"
    })
    void theParserKeepsTheStandard(String name, boolean ourCode, int least) {
        Parser parser = Parser.builder(Layout.options()).build();
        var building = HtmlRenderer.builder(Layout.options());
        if (ourCode) {
            NodeRenderer spans =
                    () -> Set.of(new NodeRenderingHandler<>(Code.class, PostHtml::span));
            building.nodeRendererFactory(options -> spans);
        }
        HtmlRenderer renderer = building.build();

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
    @CsvSource({"commonmark, 563", "gfm, 586", "gfm-extensions, 21"})
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
        page.select("tbody:empty").remove();
        page.body().getAllElements().forEach(Element::clearAttributes);
        return page.body().html().replaceAll("\\s+(?=<)|(?<=>)\\s+", "").strip();
    }
}
