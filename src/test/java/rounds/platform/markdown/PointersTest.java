package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import rounds.kernel.ProblemException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;

class PointersTest {
    private static final String ID = "0hzqk8v7m3x2c";

    private final Markdown markdown = new Markdown();
    private final Map<String, String> known = Map.of("ada", "/u/~1", "jo-ann.b", "/u/~2");

    @Test
    void aKnownNameLeadsToThePersonAndAnUnknownOneStaysText() {
        assertThat(html("Ask @Ada, or @nobody."))
                .isEqualTo(
                        "<p>Ask <a class=\"at\" href=\"/u/~1\">&#64;Ada</a>, or &#64;nobody.</p>\n");
        assertThat(html("(@ada) *@jo-ann.b*. @jo-ann.b.")).containsPattern("(~1.*){1}(~2.*){2}");
    }

    @Test
    void whatOnlyLooksLikeANameIsNone() {
        for (String text :
                new String[] {
                    "ada@ada.org",
                    "x@ada",
                    "@ada@ada",
                    "`@ada`",
                    "    @ada",
                    "\\@ada",
                    "[@ada](https://x.org)",
                    "> @ada said",
                    "https://x.org/@ada",
                    "@@ada",
                    "é@ada",
                    "@adaé",
                    "@ada_b",
                    "<https://x.org/?@ada>"
                }) {
            assertThat(html(text)).as(text).doesNotContain("/u/~");
        }
    }

    @Test
    void aPastedAddressOfOursNeverShowsTheTitleThatStoodInIt() {
        var here = new Markdown("https://rounds.example");
        String bare =
                here.render("See https://rounds.example/cases/" + ID + "-a-fall, please").value();
        assertThat(bare)
                .isEqualTo(
                        "<p>See <a class=\"to\" href=\"/cases/"
                                + ID
                                + "\">"
                                + Html.UNFILLED
                                + "</a>, please</p>\n");
        for (String text :
                new String[] {
                    "<https://rounds.example/cases/%s-a-fall#later>",
                    "[what I mean](/cases/%s-a-fall)",
                    "[what I mean](https://rounds.example/d/%s-a-fall?view=tree#p3)",
                    "[](/r/%s-a-fall)",
                    "![](https://rounds.example/cases/%s-a-fall)",
                    "[it][1]\n\n[1]: /cases/%s-a-fall"
                }) {
            assertThat(here.render(text.formatted(ID)).value())
                    .as(text)
                    .contains("/" + ID)
                    .doesNotContain("a-fall");
        }
        assertThat(here.render("https://elsewhere.example/cases/" + ID + "-a-fall").value())
                .contains("a-fall");
    }

    @Test
    void mailAddressesAreStillLinked() {
        assertThat(html("Write to ada@example.org or @ada."))
                .contains("mailto:ada")
                .contains("/u/~1");
    }

    @Test
    void theNamesOfATextAreToldInItsOrder() {
        Names names = Names.none();
        markdown.render("@b and @A, `@c`, [@d](https://x.org), @b", "n", names);
        assertThat(names.found()).containsExactly("b", "a");
    }

    @Test
    void aPointerLeadsToContentWithoutSayingWhatItIsCalled() {
        assertThat(html("See [[d:" + ID + "]]."))
                .isEqualTo("<p>See <a class=\"to\" href=\"/d/" + ID + "\">…</a>.</p>\n");
        assertThat(html("See [[p:" + ID + "|my *words* <b>]]."))
                .contains("<a href=\"/p/" + ID + "\">my *words* &lt;b&gt;</a>");
        assertThat(html("| a |\n|---|\n| [[p:" + ID + "\\|my words]] |")).contains(">my words</a>");
    }

    @Test
    void otherBracketsStayWhatTheyAre() {
        assertThat(html("[[note]] and [[d:x]] and `[[d:" + ID + "]]`")).doesNotContain("<a");
        assertThat(html("[see [[d:" + ID + "]]](https://x.org)")).containsOnlyOnce("<a ");
    }

    @Test
    void hostileTextIsLaidOutOrRefusedWithinASecond() {
        for (String text :
                new String[] {
                    "@a ".repeat(10_000),
                    "@a".repeat(10_000),
                    "@".repeat(60_000),
                    "[[".repeat(10_000),
                    "[[d:".repeat(10_000),
                    ("[[d:" + ID + "]]").repeat(3_000),
                    ("[[d:" + ID + "|").repeat(3_000),
                    ">@a\n".repeat(9_000),
                    "@a.".repeat(20_000),
                }) {
            long least = Long.MAX_VALUE;
            // The machine may be busy with something else: what counts is this thread's own time.
            for (int tries = 0; tries < 3 && least > 1_000_000_000; tries++) {
                long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                try {
                    html(text);
                } catch (ProblemException refused) {
                    assertThat(refused).hasMessageContaining("markdown.");
                }
                least =
                        Math.min(
                                least,
                                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                                        - began);
            }
            assertThat(Duration.ofNanos(least))
                    .as(text.substring(0, 20))
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    private String html(String source) {
        return markdown.render(source, "n", new Names(known)).value();
    }
}
