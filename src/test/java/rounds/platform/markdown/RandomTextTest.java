package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What holds for any text, tried on thousands of made-up ones. A failure names its seed.
class RandomTextTest {

    private static final int ROUNDS = Boolean.getBoolean("rounds.long") ? 50_000 : 1_500;
    private static final List<String> SCRAPS =
            List.of(
                    "*",
                    "**",
                    "_",
                    "`",
                    "~~",
                    "[",
                    "](",
                    ")",
                    "](https://a.org)",
                    "![",
                    "<",
                    ">",
                    "<b>",
                    "</b>",
                    "<sub>",
                    "<details>",
                    "</details>",
                    "<summary>",
                    "<a href=x>",
                    "<script>",
                    "-->",
                    "&amp;",
                    "&#60;",
                    "&lt;b&gt;",
                    "\\",
                    "|",
                    "\n",
                    "\n\n",
                    "    ",
                    "\t",
                    "> ",
                    "- ",
                    "1. ",
                    "- [x] ",
                    "# ",
                    "---\n",
                    "|-|-|\n",
                    "```\n",
                    "[^1]",
                    "\n[^1]: ",
                    "[r]",
                    "\n[r]: /x\n",
                    "https://a.org/x?y=1&z='",
                    "x@a.org",
                    "{{",
                    "}}",
                    "é",
                    "😀",
                    "\u202E",
                    "\u200B",
                    "\uFFFE",
                    "\u0001",
                    "\u0085",
                    "\u2028",
                    "\0",
                    "\uD83D",
                    "\"",
                    "'",
                    "=",
                    "`` ` ``",
                    " ");

    private final Markdown markdown = new Markdown();
    private final Sanitiser sanitiser = new Sanitiser();

    @Test
    void scrapsBecomeSafeHtmlThatStaysAsItIs() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            check(seed, scraps(new Random(seed)));
        }
    }

    @Test
    void nestedTextsBecomeSafeHtmlAndLoseNoWord() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var writer = new Writer(new Random(seed));
            String text = writer.blocks(4);
            String words = check(seed, text).plainText();
            for (int i = 0; i < writer.words; i++) {
                assertThat(words).as("seed %d: %s", seed, text).containsPattern("\\bw" + i + "\\b");
            }
        }
    }

    private Html check(int seed, String text) {
        Html html = markdown.render(text, "p1");
        assertThat(Judge.faults(html.value())).as("seed %d: %s", seed, text).isEmpty();
        assertThat(sanitiser.sanitise(html.value()))
                .as("seed %d: %s", seed, text)
                .isEqualTo(html.value());
        return html;
    }

    private static String scraps(Random random) {
        return IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(i ->
                        random.nextInt(4) == 0 ? "word" : SCRAPS.get(random.nextInt(SCRAPS.size())))
                .collect(Collectors.joining());
    }

    /// Writes well-formed Markdown, nested at random, with words that can be counted.
    private static final class Writer {
        private final Random random;
        private int words;

        Writer(Random random) {
            this.random = random;
        }

        String blocks(int depth) {
            return IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(i -> block(depth))
                    .collect(Collectors.joining("\n\n"));
        }

        private String block(int depth) {
            return switch (depth == 0 ? 0 : random.nextInt(10)) {
                case 1 -> "> " + blocks(depth - 1).replace("\n", "\n> ");
                case 2 -> "- " + blocks(depth - 1).replace("\n", "\n  ");
                case 3 -> "1. " + blocks(depth - 1).replace("\n", "\n   ");
                case 4 -> "- [ ] " + line(depth) + "\n- [x] " + line(depth);
                case 5 -> "#".repeat(1 + random.nextInt(6)) + " " + line(depth);
                case 6 -> "```\n" + word() + " <b> {{ * _ [\n" + word() + "\n```";
                case 7 ->
                        "| "
                                + line(0)
                                + " | "
                                + line(0)
                                + " |\n|---|--:|\n| "
                                + line(0)
                                + " | `"
                                + word()
                                + "` |";
                case 8 ->
                        "<details>\n<summary>"
                                + word()
                                + "</summary>\n\n"
                                + blocks(depth - 1)
                                + "\n\n</details>";
                default -> line(depth) + "\n" + line(depth);
            };
        }

        private String line(int depth) {
            return IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(i -> phrase(depth))
                    .collect(Collectors.joining(" "));
        }

        private String phrase(int depth) {
            return switch (depth == 0 ? 0 : random.nextInt(12)) {
                case 1 -> "*" + line(depth - 1) + "*";
                case 2 -> "**" + line(depth - 1) + "**";
                case 3 -> word() + " ~~" + line(depth - 1) + "~~";
                case 4 -> "[" + line(0) + "](https://a.org/?x=1&y=(2))";
                case 5 -> "![" + line(0) + "](/x.png \"t\")";
                case 6 -> "`` ` " + word() + " ``";
                case 7 -> "<" + word() + " name>";
                case 8 -> "H <sub>" + word() + "</sub>";
                case 9 -> "[" + word() + "](javascript:x)";
                case 10 -> word() + " < 3 & " + word() + " > 4";
                default -> word();
            };
        }

        private String word() {
            return "w" + words++;
        }
    }
}
