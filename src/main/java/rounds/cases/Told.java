package rounds.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Everything that a story says, field by field, and what it still lacks.
///
/// @param facts as they are stored
/// @param parts those that say something
record Told(Facts facts, Map<Part, String> parts) {

    static Told of(Facts facts, List<Section> sections) {
        return new Told(
                facts, sections.stream().collect(Collectors.toMap(Section::part, Section::body)));
    }

    /// What must be there before others read it, but for the authority: the short form of a story.
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (facts.title().isEmpty()) {
            missing.add("title");
        }
        if (parts.getOrDefault(Part.STORY, "").isBlank()) {
            missing.add(Part.STORY.code());
        }
        if (facts.outcome() == null) {
            missing.add("outcome");
        }
        if (facts.learning().isEmpty()) {
            missing.add("learning");
        }
        return missing;
    }

    /// The words of each field, as the API names it.
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("title", facts.title());
        texts.put("practice", facts.practice());
        texts.put("conditions", String.join("\n", facts.conditions()));
        texts.put("tags", String.join("\n", facts.tags()));
        texts.put("learning", String.join("\n", facts.learning()));
        texts.put(
                "took_part",
                facts.tookPart().stream().map(Participant::who).collect(Collectors.joining("\n")));
        texts.put("led", facts.led());
        texts.put("patient_words", facts.patientWords());
        for (Part part : Part.values()) {
            texts.put(part.code(), parts.getOrDefault(part, ""));
        }
        texts.values().removeIf(String::isBlank);
        return texts;
    }

    /// The same with other words in one of those fields; where it is a list, as many lines as
    /// before.
    Told with(String field, String words) {
        if (Part.isCode(field)) {
            var others = new HashMap<>(parts);
            others.put(Part.of(field), words);
            return new Told(facts, others);
        }
        return new Told(facts.with(field, words), parts);
    }
}
