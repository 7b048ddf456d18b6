package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Texts made to exhaust a parser: laid out in time, or refused with a sentence, never an error.
@Tag("timed")
class TangleTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Markdown markdown = new Markdown();

    @Test
    void collectedOnesEndInTime() {
        for (Map<String, Object> example : Examples.array("markdown/pathological.json")) {
            end(Examples.text(example, "name"), Examples.text(example, "md"));
        }
    }

    static List<String> shapes() {
        return List.of(
                "[",
                "]",
                "*",
                "_",
                "~",
                ">",
                "<",
                "`",
                "!",
                "&",
                "|",
                "(",
                "\\",
                "#",
                "-",
                "\n",
                " ",
                "\t",
                "{",
                "@",
                "> ",
                "- ",
                "1. ",
                "*a **b ",
                "_*",
                "**a",
                "a_ ",
                "![",
                "[](",
                "](",
                "[a](<b",
                "[a][b",
                "[^1]",
                "[^a]: b\n",
                "[x]: /u\n",
                "[x]: /u\n\n[x]\n\n",
                "<a ",
                "<!--",
                "<?",
                "<b>",
                "<sub>",
                "</sub>",
                "</b>",
                "<details>",
                "<details>\n\n",
                "</details>\n\n",
                "| a ",
                "|-",
                "|-|-|\n",
                "- [ ] a\n",
                "~~~",
                "```\n",
                "\r",
                "a\n",
                "\n*",
                "``>\r\\",
                "http://",
                "www.",
                "a@b.",
                "'",
                "\"",
                "* > ",
                "- > 1. ",
                "{{",
                "\0",
                "<a@b>",
                "&#",
                "&amp;",
                "c* ",
                "\uD800",
                "é",
                "😀");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void repeatedShapesEndInTime(String shape) {
        for (int length : new int[] {1_000, 7_900, 63_000, 1_000_000}) {
            end(shape, shape.repeat(length / shape.length()));
        }
    }

    static Stream<String> amplifiers() {
        String address = "/" + "u".repeat(30_000);
        return Stream.of(
                "[x]: " + address + "\n\n" + "[x] ".repeat(8_000),
                "[x]: " + address + "\n\n" + "[x]\n\n".repeat(6_000),
                "|a".repeat(10_000) + "\n" + "|-".repeat(10_000) + "\n" + "|\n".repeat(10_000),
                "|a".repeat(900) + "\n" + "|-".repeat(900) + "\n" + "|\n".repeat(30_000),
                "> |a".repeat(900) + "\n> " + "|-".repeat(900) + "\n" + "> |\n".repeat(10_000),
                "[^1]: n\n\n" + "[^1] ".repeat(12_000),
                "[^1]: n[^1]\n\n" + "[^1]\n\n".repeat(10_000),
                IntStream.range(0, 4_000)
                        .mapToObj(i -> "[^" + i + "]: [^" + (i + 1) + "]")
                        .reduce("[^0]", (a, b) -> a + "\n\n" + b),
                "x\n\n"
                        + IntStream.range(0, 300)
                                .mapToObj(i -> " ".repeat(2 * i) + "- a")
                                .reduce("", (a, b) -> a + b + "\n"),
                "*".repeat(9_000) + "a" + "*".repeat(9_000),
                "*_".repeat(4_000) + "a" + "_*".repeat(4_000),
                "**a ".repeat(1_900) + "b**".repeat(1_900),
                "<sub>".repeat(10_000) + "a\n\nb",
                "<details><summary>a\n\n".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("amplifiers")
    void smallTextsThatGrowEndInTime(String text) {
        end("amplifier", text);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 90})
    void depthIsLimitedWithoutLosingWords(int levels) {
        String quotes = "> ".repeat(levels) + "deep";
        String lists =
                IntStream.range(0, levels)
                        .mapToObj(i -> "  ".repeat(i) + "- w" + i)
                        .reduce("", (a, b) -> a + b + "\n");

        assertThat(markdown.plainText(quotes)).contains("deep");
        assertThat(markdown.plainText(lists)).contains("w0").contains("w" + (levels - 1));
    }

    @Test
    void refusalsSayWhy() {
        assertThatThrownBy(() -> markdown.render("<".repeat(20_000)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new Problem.Invalid(
                                                        "body", "markdown.too-tangled")));
    }

    /// Legal work comes near none of the limits: a long table, a long list of sources, code.
    @Test
    void longHonestTextsAreLaidOut() {
        String row = "| 2024-03-11 | *ward* 4 | [guide](https://a.org/x_y) | < 125 | **yes** |\n";
        String table =
                "| day | ward | source | sodium | seen |\n|---|---|---|---|---|\n"
                        + row.repeat(800);
        String sources =
                "- **Title** of *the* article, [BMJ](https://bmj.com/a_(b)), p < 0.05 `x` \n";
        String code = "```\n" + "if (a[i] < b[j]) { c[i] = *d & !e; }\n".repeat(1_500) + "```\n";

        assertThat(markdown.render(table).value()).contains("</table>");
        assertThat(markdown.render(sources.repeat(800)).value()).contains("</ul>");
        assertThat(markdown.render(code).value()).contains("</code>");
        assertThat(markdown.render("Plain words, no marks. ".repeat(2_700)).value())
                .endsWith("</p>\n");
    }

    /// Ten times the paragraphs take at most twenty times the processor, where that is measurable.
    @ParameterizedTest
    @MethodSource("shapes")
    void timeGrowsWithLength(String shape) {
        String paragraph = shape.repeat(Math.max(1, 200 / shape.length())) + "\n\n";
        String small = paragraph.repeat(6_000 / paragraph.length());
        String large = paragraph.repeat(60_000 / paragraph.length());
        leastNanos(large);

        assertThat(leastNanos(large))
                .as(shape)
                .isLessThan(Math.max(20 * leastNanos(small), 30_000_000));
    }

    private static long leastNanos(String text) {
        var layout = new Layout(250_000_000, "");
        var sanitiser = new Sanitiser();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long from = threads.getCurrentThreadCpuTime();
            try {
                assertThat(sanitiser.sanitise(layout.html(text, "p", Names.none()))).isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.problem()).isEqualTo(Markdown.TOO_TANGLED);
            }
            least = Math.min(least, threads.getCurrentThreadCpuTime() - from);
        }
        return least;
    }

    @Test
    void randomShapesEndInTime() {
        var random = new Random(20_240_311);
        var slowest = new TreeMap<Long, String>();
        for (int i = 0; i < (Boolean.getBoolean("rounds.long") ? 20_000 : 300); i++) {
            String text = repeated(random);
            slowest.put(end(text.substring(0, 30), text), text.substring(0, 30));
        }
        slowest.descendingMap().entrySet().stream()
                .limit(5)
                .forEach(e -> System.out.println(e.getKey() / 1_000_000 + " ms " + e.getValue()));
    }

    private static String repeated(Random random) {
        List<String> shapes = shapes();
        var unit = new StringBuilder();
        for (int i = 0; i <= random.nextInt(5); i++) {
            unit.append(shapes.get(random.nextInt(shapes.size())));
        }
        int length = random.nextBoolean() ? 7_900 : 63_000;
        return unit.toString().repeat(length / unit.length());
    }

    /// The quickest of up to three tries: the machine may be busy with something else.
    private long end(String name, String text) {
        long nanos = Long.MAX_VALUE;
        for (int tries = 0; tries < 3 && nanos > LIMIT.toNanos(); tries++) {
            nanos = Math.min(nanos, once(name, text));
        }
        assertThat(Duration.ofNanos(nanos)).as(name).isLessThan(LIMIT);
        return nanos;
    }

    private long once(String name, String text) {
        long from = System.nanoTime();
        try {
            assertThat(markdown.render(text).version()).isEqualTo(Markdown.VERSION);
        } catch (ProblemException refused) {
            assertThat(refused.problem()).as(name).isInstanceOf(Problem.Invalid.class);
        }
        return System.nanoTime() - from;
    }
}
