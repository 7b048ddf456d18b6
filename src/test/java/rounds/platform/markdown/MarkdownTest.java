package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void headingsStandBelowThoseOfThePage() {
        assertThat(value("# One\n\n## Two\n\nThree\n===\n\n###### Six"))
                .isEqualTo("<h3>One</h3>\n<h4>Two</h4>\n<h3>Three</h3>\n<h6>Six</h6>\n");
    }

    @Test
    void tablesScrollInTheirOwnBox() {
        Document page = page("| drug | n |\n|---|--:|\n| HCT | 3 |");

        assertThat(page.select("div.scroll[tabindex=0] > table > tbody > tr > td").eachText())
                .containsExactly("HCT", "3");
        assertThat(page.select("td[align=right]").text()).isEqualTo("3");
    }

    @Test
    void tasksAreBoxesWithALabelThatCannotBeTicked() {
        Document page = page("- [x] sodium\n- [ ] *urea*\n  - [ ] repeat\n");

        assertThat(page.select("li > label:has(> input[type=checkbox][disabled])").eachText())
                .containsExactly("sodium", "urea", "repeat");
        assertThat(page.select("input[checked]")).hasSize(1);
        assertThat(page("- [ ] a\n\n- [ ] b\n").select("li > p > label").eachText())
                .containsExactly("a", "b");
    }

    @Test
    void foreignLinksVouchForNothing() {
        Element link = page("[guideline](https://example.org/a?b=1&c=2 \"2024\")").expectFirst("a");

        assertThat(link.attr("rel")).isEqualTo("nofollow ugc noopener");
        assertThat(link.attr("href")).isEqualTo("https://example.org/a?b=1&c=2");
        assertThat(link.attr("title")).isEqualTo("2024");
        assertThat(page("[own](/d/0ABC-x#p2)").expectFirst("a").outerHtml())
                .isEqualTo("<a href=\"/d/0ABC-x#p2\">own</a>");
    }

    @Test
    void bareAddressesAreLinks() {
        assertThat(
                        page("see https://a.org/b_c_d, www.b.org and x@c.org")
                                .select("a")
                                .eachAttr("href"))
                .containsExactly("https://a.org/b_c_d", "http://www.b.org", "mailto:x@c.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "Javas&#99;ript:alert(1)",
                "&#1;javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://a.org",
                "//evil.example/x",
                "/\\evil.example",
                "\\\\evil.example",
                "https://bank.example@evil.example",
                "https://bank.example\\@evil.example",
                "https://%65vil.example",
                "https:evil.example",
                "https:///evil.example",
                "page.html",
            })
    void otherAddressesAreWords(String address) {
        assertThat(value("[x](" + address + ")")).isEqualTo("<p>x</p>\n");
        assertThat(value("![x](" + address + ")")).isEqualTo("<p>x</p>\n");
    }

    @Test
    void whatIsNoAddressIsShownAsTyped() {
        Document page = page("[x](<java\tscript:alert(1)>)");

        assertThat(page.select("a")).isEmpty();
        assertThat(page.text()).startsWith("[x]");
    }

    @Test
    void blanksAndBarsInCodeAreKept() {
        assertThat(value("`a  b`")).isEqualTo("<p><code>a  b</code></p>\n");
        assertThat(page("| a |\n|---|\n| `x \\| y` |").select("td code").text()).isEqualTo("x | y");
    }

    @Test
    void lookalikeHostsShowTheirRealName() {
        assertThat(page("[apple.com](https://аpple.com/x)").text())
                .isEqualTo("apple.com (xn--pple-43d.com)");
        assertThat(page("[apple.com](https://xn--pple-43d.com)").text())
                .isEqualTo("apple.com (xn--pple-43d.com)");
        assertThat(page("https://québec.ca/é").expectFirst("a").attr("href"))
                .isEqualTo("https://xn--qubec-csa.ca/%C3%A9");
        assertThat(page("[ok](https://example.org)").text()).isEqualTo("ok");
    }

    @Test
    void picturesAreLinks() {
        assertThat(page("![ECG](https://a.org/e.png)").select("a[href=https://a.org/e.png]").text())
                .isEqualTo("ECG");
        assertThat(page("![](https://a.org/e.png)").select("a").text())
                .isEqualTo("https://a.org/e.png");
        assertThat(page("[![ECG](https://a.org/e.png)](https://b.org)").select("a").outerHtml())
                .isEqualTo("<a href=\"https://b.org\" rel=\"nofollow ugc noopener\">ECG</a>");
    }

    @Test
    void footnotesOfTwoPostsDoNotMeet() {
        String source = "Sodium[^1] and again[^1].\n\n[^1]: Below *125*.\n";
        Document one = Jsoup.parseBodyFragment(markdown.render(source, "p1").value());
        Document two = Jsoup.parseBodyFragment(markdown.render(source, "p2").value());

        assertThat(one.select("[id]").eachAttr("id")).hasSize(3).doesNotHaveDuplicates();
        assertThat(one.select("[id]").eachAttr("id"))
                .doesNotContainAnyElementsOf(two.select("[id]").eachAttr("id"));
        for (Element link : one.select("a")) {
            assertThat(one.select(link.attr("href"))).hasSize(1);
        }
        assertThat(one.select("section[role=doc-endnotes] li").text()).startsWith("Below 125.");
        assertThat(one.select("a[role=doc-noteref]")).hasSize(2);
        assertThat(one.select("a[role=doc-backlink]")).hasSize(2);
    }

    @Test
    void aFewTagsWorkAndOthersAreShown() {
        assertThat(
                        value(
                                "H<sub>2</sub>O <br> <kbd>j</kbd> <abbr title=\"blood pressure\">BP</abbr>"))
                .isEqualTo(
                        "<p>H<sub>2</sub>O <br /> <kbd>j</kbd> <abbr title=\"blood pressure\">BP</abbr></p>\n");
        assertThat(page("<patient name> has <b onclick=x>fever</b>").text())
                .isEqualTo("<patient name> has <b onclick=x>fever</b>");
        assertThat(value("<b>a <i>b</b> c</i> <kbd>"))
                .isEqualTo("<p><b>a &lt;i&gt;b</b> c&lt;/i&gt; &lt;kbd&gt;</p>\n");
        assertThat(page("<script>\nalert(1)\n</script>\n").text())
                .isEqualTo("<script> alert(1) </script>");
    }

    @Test
    void detailsFold() {
        Document page =
                page("<details>\n<summary>ECG</summary>\n\n- normal\n\n</details>\n\nafter");

        assertThat(page.select("details > summary").text()).isEqualTo("ECG");
        assertThat(page.select("details > ul > li").text()).isEqualTo("normal");
        assertThat(page.select("body > p").text()).isEqualTo("after");
    }

    @Test
    void rangesAreNotStruck() {
        assertThat(value("3~5 mg, 7~9 h")).isEqualTo("<p>3~5 mg, 7~9 h</p>\n");
        assertThat(value("~~no~~")).isEqualTo("<p><del>no</del></p>\n");
    }

    @Test
    void codeIsKeptAsTyped() {
        assertThat(value("```java\na < b && {{c}}\n```"))
                .startsWith("<pre><code>a &lt; b &amp;&amp; ")
                .doesNotContain("class");
        assertThat(page("    " + "x".repeat(80)).select("pre[tabindex=0]")).hasSize(1);
    }

    @Test
    void whatNoDatabaseKeepsIsReplaced() {
        assertThat(Markdown.tidy("a\0b\uD800c\r\nd\re")).isEqualTo("a\uFFFDb\uFFFDc\nd\ne");
        assertThat(page("a\0b\uD800c").text()).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(Markdown.tidy("\u202Eabc\u200B 😀")).isEqualTo("\u202Eabc\u200B 😀");
        assertThat(page("\u202Eabc\u200Bd 😀").wholeText().strip())
                .isEqualTo("\u202Eabc\u200Bd 😀");
    }

    @Test
    void plainTextIsTheWords() {
        String source =
                """
                # Sodium & "urea"

                Below *125*[^1]: see [the guide](https://a.org) and `eGFR < 30`.

                | drug | n |
                |------|---|
                | HCT  | 3 |

                - [x] done

                [^1]: mmol/l
                """;

        assertThat(markdown.plainText(source))
                .isEqualTo(
                        """
                        Sodium & "urea"
                        Below 125: see the guide and eGFR < 30.
                        drug n
                        HCT 3
                        done
                        mmol/l\
                        """);
    }

    @Test
    void longTextsAreRefusedWithTheirLength() {
        assertThatThrownBy(() -> markdown.render("a".repeat(64_001)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new Problem.Invalid(
                                                        "body",
                                                        "markdown.too-long",
                                                        64_001,
                                                        64_000)));
        assertThat(markdown.render("a".repeat(64_000)).value()).hasSize(64_008);
    }

    @Test
    void whatIsRefusedCanStillBeShown() {
        String tangled = "<".repeat(20_000) + "<script>";

        assertThatThrownBy(() -> markdown.render(tangled)).isInstanceOf(ProblemException.class);
        assertThat(Jsoup.parseBodyFragment(markdown.show(tangled, "p1").value()).text())
                .isEqualTo(tangled);
        assertThat(markdown.asWritten("a\nb\n\n<i>").value())
                .isEqualTo("<p>a<br />b</p>\n<p>&lt;i&gt;</p>\n");
    }

    @Test
    void htmlOfAnUnsafeVersionIsMadeAnew() {
        var stored = new Html("<p>old</p>", Markdown.SAFE_VERSION - 1);

        assertThat(markdown.current(stored, "new", "p1")).isEqualTo(markdown.render("new"));
        assertThat(markdown.current(markdown.render("old"), "new", "p1"))
                .isEqualTo(markdown.render("old"));
    }

    private String value(String source) {
        return markdown.render(source).value();
    }

    private Document page(String source) {
        return Jsoup.parseBodyFragment(value(source));
    }
}
