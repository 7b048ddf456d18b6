package rounds.platform.phi;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How much of what is labelled the check finds, and how many texts without anything it alarms
/// about.
final class Measure {
    /// @param end exclusive; both in code points
    record Span(int start, int end, String kind) {
        boolean meets(int from, int to) {
            return from < end && start < to;
        }
    }

    record Example(String text, List<Span> spans) {}

    record Result(int labelled, int found, int clean, int alarmed, List<String> wrong) {
        double recall() {
            return (double) found / labelled;
        }

        double falseAlarms() {
            return (double) alarmed / clean;
        }
    }

    private static final JsonMapper JSON = JsonMapper.createDefault();

    private Measure() {}

    /// @param kinds whose labels count; all where empty
    static Result of(List<Example> examples, Set<String> kinds) {
        int labelled = 0;
        int found = 0;
        int clean = 0;
        int alarmed = 0;
        List<String> wrong = new ArrayList<>();
        for (Example example : examples) {
            List<Span> spans = spans(example.text());
            if (example.spans().isEmpty()) {
                clean++;
                if (!spans.isEmpty()) {
                    alarmed++;
                    wrong.add("alarm: " + example.text());
                }
            }
            for (Span label : example.spans()) {
                if (!kinds.isEmpty() && !kinds.contains(label.kind())) {
                    continue;
                }
                labelled++;
                if (spans.stream().anyMatch(span -> span.meets(label.start(), label.end()))) {
                    found++;
                } else {
                    wrong.add("missed " + label.kind() + ": " + example.text());
                }
            }
        }
        return new Result(labelled, found, clean, alarmed, wrong);
    }

    private static List<Span> spans(String text) {
        return Identifiers.in(text).stream()
                .map(finding ->
                        new Span(
                                text.codePointCount(0, finding.start()),
                                text.codePointCount(0, finding.end()),
                                finding.kind().code()))
                .toList();
    }

    static List<Example> read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static List<Example> parse(List<String> lines) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : lines) {
            JsonNode example = JSON.readValue(line, JsonNode.class);
            List<Span> spans = new ArrayList<>();
            for (JsonNode span : example.get("spans").values()) {
                JsonNode kind = span.get("kind") == null ? span.get("type") : span.get("kind");
                spans.add(
                        new Span(
                                span.get("start").getIntValue(),
                                span.get("end").getIntValue(),
                                kind.getStringValue()));
            }
            examples.add(new Example(example.get("text").getStringValue(), spans));
        }
        return examples;
    }
}
