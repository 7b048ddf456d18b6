package rounds.cli;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import rounds.platform.phi.Finding;
import rounds.platform.phi.Identifiers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Runs the identifier check over texts, without a site, so that anybody can judge it. Exits with
/// 0, or with 1 where a line could not be read.
@Command(
        name = "phi",
        description = {
            "Look for what could identify a patient, in texts given as JSON Lines {\"id\",\"text\"}.",
            "Writes a line {\"id\",\"spans\":[{\"start\",\"end\",\"kind\",\"certainty\"}]} for each: offsets count"
                    + " code points from 0, the end is exclusive; certainty is possible, likely or certain."
        })
final class PhiCommand implements Callable<Integer> {
    private final JsonMapper json = JsonMapper.createDefault();

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, in UTF-8; - reads standard input.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file);
                // Whatever the terminal's encoding is: JSON is UTF-8.
                Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8)) {
            return run(in, out, spec.commandLine().getErr());
        }
    }

    private int run(InputStream in, Writer out, PrintWriter err) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        int refused = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            // Some editors begin a file with a mark.
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank()) {
                continue;
            }
            try {
                out.write(json.writeValueAsString(answer(text)));
                out.write('\n');
            } catch (Refused reason) {
                refused++;
                err.println("Line " + number + ": " + reason.getMessage());
            }
        }
        return refused == 0 ? 0 : 1;
    }

    private JsonNode answer(String line) throws IOException, Refused {
        JsonNode given = parse(line);
        JsonNode id = given.isObject() ? given.get("id") : null;
        JsonNode text = given.isObject() ? given.get("text") : null;
        if (id == null || !(id.isString() || id.isNumber())) {
            throw new Refused("it has no \"id\". Give each text a string or a number as its id.");
        }
        if (text == null || !text.isString()) {
            throw new Refused("it has no \"text\". Give the text as a string.");
        }
        return JsonNode.createObjectNode(ordered("id", id, "spans", spans(text.getStringValue())));
    }

    private JsonNode parse(String line) throws Refused {
        try {
            JsonNode parsed = json.readValue(line, JsonNode.class);
            if (parsed != null) {
                return parsed;
            }
        } catch (IOException _) {
            // Told below, as for a line that says null.
        }
        throw new Refused(
                "it is not JSON. Write one object a line, as {\"id\":\"1\",\"text\":\"words\"}.");
    }

    private static JsonNode spans(String text) {
        List<JsonNode> spans = new ArrayList<>();
        int at = 0;
        int points = 0;
        for (Finding finding : Identifiers.in(text)) {
            int start = points + text.codePointCount(at, finding.start());
            int end = start + text.codePointCount(finding.start(), finding.end());
            Map<String, JsonNode> span =
                    ordered(
                            "start",
                            JsonNode.createNumberNode(start),
                            "end",
                            JsonNode.createNumberNode(end));
            span.put("kind", JsonNode.createStringNode(finding.kind().code()));
            span.put("certainty", JsonNode.createStringNode(finding.certainty().code()));
            spans.add(JsonNode.createObjectNode(span));
            at = finding.end();
            points = end;
        }
        return JsonNode.createArrayNode(spans);
    }

    private static Map<String, JsonNode> ordered(
            String first, JsonNode one, String second, JsonNode other) {
        var fields = new LinkedHashMap<String, JsonNode>();
        fields.put(first, one);
        fields.put(second, other);
        return fields;
    }

    /// A line that cannot be taken; the others can.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }
}
