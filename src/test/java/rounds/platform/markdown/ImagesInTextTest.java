package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ImagesInTextTest {
    private static final String IMAGE = "/images/0hzqk8v7m3x2c";
    private static final String SIZED = IMAGE + "/1600x900";

    private final Markdown markdown = new Markdown();

    @Test
    void anImageAloneIsAFigureThatLeadsToItselfInFull() {
        assertThat(html("![An ECG](" + SIZED + " \"Lead *II* & more\")"))
                .isEqualTo(
                        "<figure><a class=\"picture\" href=\"/images/0hzqk8v7m3x2c\">"
                                + "<img src=\"/images/0hzqk8v7m3x2c/1200\""
                                + " srcset=\"/images/0hzqk8v7m3x2c/480 480w , /images/0hzqk8v7m3x2c/1200 1200w , /images/0hzqk8v7m3x2c/1600 1600w\""
                                + " sizes=\"(min-width: 800px) 720px, 100vw\" width=\"1600\" height=\"900\""
                                + " alt=\"An ECG\" loading=\"lazy\" decoding=\"async\" /></a>"
                                + "<figcaption>Lead *II* &amp; more</figcaption></figure>\n");
    }

    @Test
    void amongWordsItStandsInTheLine() {
        assertThat(html("Press ![the bell](" + SIZED + ") twice."))
                .startsWith("<p>Press <a class=\"picture\"")
                .contains("alt=\"the bell\"")
                .doesNotContain("figure");
    }

    @Test
    void severalInARowAreFiguresEach() {
        assertThat(
                        html(
                                "![a]("
                                        + SIZED
                                        + ")\n![b]("
                                        + IMAGE
                                        + ")\n\nand\n\n- ![c][d]\n\n[d]: "
                                        + SIZED))
                .containsPattern("(?s)(<figure>.*){3}")
                .contains("alt=\"c\"");
    }

    @Test
    void whatNeedsNoWordsSaysSoAndWhatLacksThemLacksThem() {
        assertThat(html("![-](" + SIZED + ")")).contains(" alt=\"\" ");
        assertThat(html("![](" + SIZED + ")")).contains("<img").doesNotContain("alt=");
        assertThat(html("![ ](" + SIZED + ")")).doesNotContain("alt=").doesNotContain("<a ");
    }

    @Test
    void onlyImagesOfThisSiteAreShown() {
        for (String other :
                new String[] {
                    "https://evil.example/images/0hzqk8v7m3x2c",
                    "//evil.example/images/0hzqk8v7m3x2c",
                    "/images/0hzqk8v7m3x2c/../../u/ada",
                    "/images/0hzqk8v7m3x2c?x=1",
                    "/images/0hzqk8v7m3x2c/1600x900/2",
                    "/images/new",
                    "/images/0HZQK8V7M3X2C",
                    "/sign-out",
                    "javascript:alert(1)",
                    "data:image/png;base64,AAAA"
                }) {
            assertThat(html("![a](" + other + ")")).as(other).doesNotContain("<img");
        }
        assertThat(html("<img src=\"" + IMAGE + "\" onerror=\"alert(1)\">")).doesNotContain("<img");
    }

    @Test
    void nothingInItsWordsBecomesMarkup() {
        String html = html("![\"><script>alert(1)</script> `x` onerror=y](" + SIZED + " \"<b>\")");
        assertThat(Jsoup.parse(html).select("img").attr("alt")).contains("\">");
        assertThat(Jsoup.parse(html).select("script, b")).isEmpty();
        assertThat(Judge.faults(html)).isEmpty();
        assertThat(new Sanitiser().sanitise(html)).isEqualTo(html);
    }

    @Test
    void itsWordsAreWordsOfTheText() {
        assertThat(markdown.render("Before ![an ECG](" + SIZED + ") after").plainText())
                .isEqualTo("Before an ECG after");
        assertThat(markdown.render("![an ECG](" + SIZED + " \"Ours\")").plainText())
                .contains("an ECG")
                .contains("Ours");
    }

    private String html(String text) {
        return markdown.render(text).value();
    }
}
