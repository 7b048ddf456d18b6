package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.interchange.Mark.Reference;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.platform.order.Places;
import rounds.topics.Cited;
import rounds.topics.Citing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Takes focus topics in, and what stands around them, part by part; and what newcomers read first.
@Singleton
class TopicWriter {
    private static final String TOPIC_ID = "topic_id";
    private static final String NUMBER = "number";

    private final TopicalRepository topics;
    private final References references;
    private final Citing citing;
    private final Markdown markdown;
    private final Rows rows;
    private final Changes changes;

    TopicWriter(
            TopicalRepository topics,
            References references,
            Citing citing,
            Markdown markdown,
            Rows rows,
            Changes changes) {
        this.topics = topics;
        this.references = references;
        this.citing = citing;
        this.markdown = markdown;
        this.rows = rows;
        this.changes = changes;
    }

    void write(List<Numbered<Line.Topical>> lines, Run run, Outcome outcome) {
        if (lines.isEmpty()) {
            return;
        }
        var byPart = new EnumMap<TopicPart, List<Numbered<Line.Topical>>>(TopicPart.class);
        for (Numbered<Line.Topical> numbered : lines) {
            byPart.computeIfAbsent(numbered.line().part(), _ -> new ArrayList<>()).add(numbered);
        }
        Set<Long> touched = new HashSet<>();
        byPart.forEach((part, ofPart) -> {
            List<Map<String, Object>> found = rows(part, ofPart, run, outcome);
            int added = insert(part, found);
            outcome.marks(added);
            outcome.already(found.size() - added);
            if (added > 0) {
                found.stream()
                        .map(row -> row.get(part == TopicPart.TOPIC ? "id" : TOPIC_ID))
                        .filter(Objects::nonNull)
                        .forEach(id -> touched.add(number(id)));
            }
        });
        if (!touched.isEmpty()) {
            // Also where only what stands around it came: that is found with it.
            changes.appendAll(
                    touched.stream()
                            .sorted()
                            .map(id -> new ContentRef(ContentType.TOPIC, id))
                            .toList(),
                    What.CREATED);
        }
    }

    private List<Map<String, Object>> rows(
            TopicPart part, List<Numbered<Line.Topical>> lines, Run run, Outcome outcome) {
        Set<String> known = part == TopicPart.TOPIC ? known(lines) : Set.of();
        References.Here here =
                references.find(
                        lines.stream().flatMap(one -> one.line().references().stream()).toList(),
                        run);
        List<Map<String, Object>> found = new ArrayList<>();
        for (Numbered<Line.Topical> numbered : lines) {
            Line.Topical line = numbered.line();
            if (keys(line).anyMatch(known::contains)) {
                outcome.already(1);
                continue;
            }
            List<Reference> wanted = line.references();
            Map<String, Object> row = here.row(numbered.number(), line.values(), wanted, outcome);
            if (row != null) {
                long id = line.ownId() == null ? Ids.next() : line.ownId();
                row.put("id", id);
                if (part == TopicPart.TOPIC && !line.key().equals(Ids.text(id))) {
                    row.put("source_id", line.key());
                }
                found.add(row);
            }
        }
        return found;
    }

    private Set<String> known(List<Numbered<Line.Topical>> lines) {
        List<String> keys = lines.stream().flatMap(one -> keys(one.line())).toList();
        return Found.byKey(topics.find(keys.toArray(String[]::new), Found.ownIds(keys))).keySet();
    }

    private static Stream<String> keys(Line.Topical line) {
        return line.ownId() == null
                ? Stream.of(line.key())
                : Stream.of(line.key(), Ids.text(line.ownId()));
    }

    /// How many of them are new.
    private int insert(TopicPart part, List<Map<String, Object>> found) {
        return switch (part) {
            case TOPIC -> topics(found);
            case CURATOR -> topics.curators(rows.json(found));
            case VOTE -> topics.votes(rows.json(found));
            case SUMMARY -> {
                found.forEach(row -> layOut(row, text(row, TOPIC_ID) + "-s"));
                yield topics.summaries(rows.json(found));
            }
            case CITATION -> topics.look(rows.json(found));
            case SUGGESTION -> {
                found.forEach(TopicWriter::cite);
                yield topics.suggestions(rows.json(found));
            }
            case ENTRY -> topics.entries(placed(found));
            case QUESTION -> topics.questions(placed(found));
            case AGREEMENT -> {
                found.forEach(row ->
                        lay(row, String.valueOf(row.get("statement")), "n" + text(row, "id")));
                yield topics.agreements(rows.json(found));
            }
            case STANCE -> topics.stances(rows.json(found));
            case GUEST -> topics.guests(rows.json(found));
            case PRACTICE -> topics.practices(rows.json(found));
            case READING -> topics.readings(rows.json(found));
            case START -> topics.starts(rows.json(found));
        };
    }

    private int topics(List<Map<String, Object>> found) {
        Set<Long> made = new HashSet<>(topics.topics(rows.json(found)));
        List<Map<String, Object>> summaries = new ArrayList<>();
        List<Map<String, Object>> cited = new ArrayList<>();
        for (Map<String, Object> row : found) {
            if (row.containsKey(NUMBER) && made.contains(number(row.get("id")))) {
                row.put(TOPIC_ID, row.get("id"));
                layOut(row, text(row, "id") + "-s");
                summaries.add(row);
                cited.addAll(citations(row));
            }
        }
        if (!summaries.isEmpty()) {
            topics.summaries(rows.json(summaries));
            topics.cite(rows.json(cited));
        }
        return made.size();
    }

    private List<Map<String, Object>> citations(Map<String, Object> summary) {
        List<Map<String, Object>> citations = new ArrayList<>();
        for (Cited cited : citing.in(String.valueOf(summary.get("html")))) {
            var row = new HashMap<String, Object>();
            row.put(TOPIC_ID, summary.get(TOPIC_ID));
            row.put("content_type", cited.content().type().code());
            row.put("content_id", cited.content().id());
            row.put("ordinal", citations.size() + 1);
            row.put("at", summary.get("at"));
            if (cited.page() != null) {
                row.put("page", cited.page());
            }
            citations.add(row);
        }
        return citations;
    }

    private void layOut(Map<String, Object> row, String prefix) {
        cite(row);
        lay(row, String.valueOf(row.get("body")), prefix);
    }

    private void lay(Map<String, Object> row, String words, String prefix) {
        Html html = markdown.show(words, prefix);
        row.put("html", html.value());
        row.put("html_version", html.version());
    }

    /// Writes our ids where the words cite by those of the file.
    private static void cite(Map<String, Object> row) {
        int[] count = {0};
        row.put(
                "body",
                TopicParser.CITED
                        .matcher(String.valueOf(row.get("body")))
                        .replaceAll(cited ->
                                TopicParser.isOurs(cited.group(2))
                                        ? cited.group()
                                        : "[["
                                                + cited.group(1)
                                                + ":"
                                                + text(row, TopicParser.CITES + count[0]++)));
    }

    /// Far enough apart that something goes between two of them.
    private String placed(List<Map<String, Object>> found) {
        found.forEach(row -> row.put("place", number(row.get("place")) * Places.APART));
        return rows.json(found);
    }

    private static String text(Map<String, Object> row, String column) {
        return Ids.text(number(row.get(column)));
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
