package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import rounds.support.SharedData;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Collected attacks, in every place where Markdown takes text.
class AttackTest {

    private static final List<String> PLACES =
            List.of(
                    "%s",
                    "words %s words",
                    "[text](%s)",
                    "[text](<%s>)",
                    "[text](https://a.org \"%s\")",
                    "[text](https://a.org/%s)",
                    "[%s](https://a.org)",
                    "![%s](https://a.org/x.png)",
                    "![alt](%s)",
                    "<%s>",
                    "[r]\n\n[r]: <%s> '%s'",
                    "| a | b |\n|---|---|\n| %s | x |",
                    "note[^%s]\n\n[^%s]: %s",
                    "# %s",
                    "- [ ] %s",
                    "`%s`",
                    "```%s\n%s\n```",
                    "<abbr title=\"%s\">BP</abbr>",
                    "<details>%s<summary>%s</summary>\n\n%s\n</details>",
                    "<b>%s</b><!-- %s -->",
                    "https://a.org/%s");

    private final Markdown markdown = new Markdown();
    private final Sanitiser sanitiser = new Sanitiser();

    /// Each payload in three of the places, in turn; in long runs in all of them.
    @Test
    void noPayloadLeavesAnythingDangerous() throws IOException {
        List<String> payloads = payloads().toList();
        int places = Boolean.getBoolean("rounds.long") ? PLACES.size() : 3;
        var faults = new ArrayList<String>();
        for (int i = 0; i < payloads.size() * places; i++) {
            String place = PLACES.get((i + i / PLACES.size()) % PLACES.size());
            check(place.replace("%s", payloads.get(i / places)), faults);
        }
        System.out.println(
                "Attacks: " + payloads.size() * places + " texts, " + faults.size() + " faults");

        assertThat(payloads).hasSizeGreaterThan(5_000);
        assertThat(faults).isEmpty();
    }

    @Test
    void theSanitiserAloneHoldsAgainstHtml() throws IOException {
        var faults = new ArrayList<String>();
        for (String payload : payloads().toList()) {
            Judge.faults(sanitiser.sanitise(payload))
                    .forEach(fault -> faults.add(fault + " from " + payload));
        }

        assertThat(faults).isEmpty();
    }

    /// Attributes are where the danger is; elements are judged above.
    @Test
    void noAttributeIsKeptThatDomPurifyRemoves() {
        var kept = new TreeMap<String, String>();
        for (Map<String, Object> example : Examples.array("xss/dompurify_expect.json")) {
            String payload = Examples.text(example, "payload");
            Set<String> ours = attributes(sanitiser.sanitise(payload));
            ours.removeAll(attributes(String.valueOf(example.get("expected"))));
            ours.removeAll(Set.of("a rel", "input disabled"));
            if (!ours.isEmpty()) {
                kept.put(payload, ours.toString());
            }
        }

        assertThat(kept).isEmpty();
    }

    private void check(String text, List<String> faults) {
        String html = markdown.render(text).value();
        Judge.faults(html).forEach(fault -> faults.add(fault + " from " + text));
        if (!sanitiser.sanitise(html).equals(html)) {
            faults.add("changes again: " + text + " -> " + html);
        }
    }

    private static Set<String> attributes(String html) {
        return Jsoup.parseBodyFragment(html).body().getAllElements().stream()
                .flatMap(element ->
                        element.attributes().asList().stream()
                                .map(a -> element.normalName() + " " + a.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> payloads() throws IOException {
        return Stream.concat(
                Examples.lines("xss/payloads.jsonl").stream()
                        .map(line -> Examples.text(line, "payload")),
                Files.readAllLines(SharedData.require("xss/markdown_payloads.txt")).stream());
    }
}
