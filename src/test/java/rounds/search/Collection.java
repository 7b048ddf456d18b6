package rounds.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import rounds.kernel.Audience;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Indexable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A collection of texts, questions and judgements, from outside the project.
record Collection(
        List<Indexable> texts,
        List<String> names,
        Map<String, String> questions,
        Map<String, Map<String, Integer>> judgements) {

    static final long COMMUNITY = 1;

    static Collection read(Path folder) throws IOException {
        var texts = new ArrayList<Indexable>();
        var names = new ArrayList<String>();
        for (Map<String, String> row : rows(folder.resolve("docs.jsonl"))) {
            names.add(row.getOrDefault("id", ""));
            texts.add(text(names.size(), row));
        }
        var questions = new LinkedHashMap<String, String>();
        for (Map<String, String> row : rows(folder.resolve("queries.jsonl"))) {
            questions.put(row.getOrDefault("id", ""), row.getOrDefault("text", ""));
        }
        return new Collection(texts, names, questions, judgements(folder.resolve("qrels.tsv")));
    }

    String name(long hit) {
        return names.get((int) hit - 1);
    }

    private static Indexable text(int number, Map<String, String> row) {
        var content = new ContentRef(ContentType.DISCUSSION, number);
        return new Indexable(
                content,
                content,
                COMMUNITY,
                List.of(Audience.publicIn(COMMUNITY), Audience.members(COMMUNITY)),
                "en",
                row.getOrDefault("title", ""),
                row.getOrDefault("text", ""),
                List.of(),
                null,
                1,
                "somebody",
                Instant.EPOCH,
                1);
    }

    private static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
        var judgements = new HashMap<String, Map<String, Integer>>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\\s+");
            judgements
                    .computeIfAbsent(cells[0], _ -> new HashMap<>())
                    .put(cells[cells.length - 2], Integer.parseInt(cells[cells.length - 1]));
        }
        return judgements;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        for (String line : Files.readAllLines(file)) {
            rows.add(row(line));
        }
        return rows;
    }

    private static Map<String, String> row(String line) throws IOException {
        var row = new HashMap<String, String>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    row.put(json.currentName(), json.getText());
                }
            }
        }
        return row;
    }

    /// Normalised discounted gain of the first ten, with linear gain, over all judged questions.
    double ndcg(Map<String, List<String>> answers) {
        return judgements.entrySet().stream()
                .filter(entry -> entry.getValue().values().stream().anyMatch(gain -> gain > 0))
                .mapToDouble(entry ->
                        ndcg(entry.getValue(), answers.getOrDefault(entry.getKey(), List.of())))
                .average()
                .orElseThrow();
    }

    private static double ndcg(Map<String, Integer> gains, List<String> answer) {
        List<Integer> best =
                gains.values().stream().sorted((one, other) -> other - one).limit(10).toList();
        List<Integer> got =
                answer.stream().limit(10).map(name -> gains.getOrDefault(name, 0)).toList();
        return discounted(got) / discounted(best);
    }

    private static double discounted(List<Integer> gains) {
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += Math.max(0, gains.get(i)) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }
}
