package rounds.library.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// References in RIS, the format of reference managers: a tag and a value a line, from `TY` to
/// `ER`, names as `Family,Given,Suffix`.
final class Ris {
    private static final String END = "\r\n";
    // Some writers put one blank where the format has two, or none behind the hyphen.
    private static final Pattern LINE = Pattern.compile("\\s*([A-Z][A-Z0-9])\\s{1,2}-(?:\\s(.*))?");

    private final Map<String, List<String>> values = new HashMap<>();

    static boolean begins(String text) {
        return Pattern.compile("\\A\\s*TY\\s{1,2}-").matcher(text).find();
    }

    static List<Reference> read(String text) {
        var all = new ArrayList<Reference>();
        var one = new Ris();
        String last = "";
        for (String line : text.split("\\R", -1)) {
            Matcher found = LINE.matcher(line);
            if (!found.matches()) {
                one.goOn(last, line);
                continue;
            }
            last = found.group(1);
            if (last.equals("ER")) {
                one.addTo(all);
                one = new Ris();
            } else {
                one.put(last, found.group(2) == null ? "" : found.group(2));
            }
        }
        one.addTo(all);
        return all;
    }

    private void put(String tag, String value) {
        values.computeIfAbsent(tag, _ -> new ArrayList<>()).add(value.strip());
    }

    /// A line without a tag belongs to the one before.
    private void goOn(String tag, String line) {
        List<String> before = values.get(tag);
        if (before != null && !line.isBlank()) {
            before.add(before.removeLast() + " " + line.strip());
        }
    }

    private void addTo(List<Reference> all) {
        if (values.containsKey("TY")) {
            all.add(reference());
        }
    }

    private Reference reference() {
        return new Reference(
                type(first("TY")),
                first("TI", "T1", "CT"),
                all("AU", "A1").stream().filter(name -> !name.isEmpty()).map(Ris::name).toList(),
                first("JF", "T2", "JO", "JA", "J2"),
                first("PB"),
                Plain.year(first("PY", "Y1", "DA")),
                first("ET"),
                Plain.doi(first("DO", "M3")),
                Plain.number(first("AN")),
                first("UR", "L2"),
                Plain.language(first("LA")),
                Plain.keywords(String.join("\n", all("KW"))),
                first("AB", "N2"));
    }

    private List<String> all(String... tags) {
        var all = new ArrayList<String>();
        for (String tag : tags) {
            all.addAll(values.getOrDefault(tag, List.of()));
        }
        return all;
    }

    private String first(String... tags) {
        return all(tags).stream().filter(value -> !value.isEmpty()).findFirst().orElse("");
    }

    private static Name name(String value) {
        String[] parts = value.split(",", 3);
        return new Name(
                parts[0].strip(),
                parts.length > 1 ? parts[1].strip() : "",
                parts.length > 2 ? parts[2].strip() : "");
    }

    private static Reference.Type type(String code) {
        return switch (code) {
            case "JOUR", "EJOUR", "MGZN", "JFULL", "ABST", "INPR" -> Reference.Type.ARTICLE;
            case "RPRT", "GOVDOC", "STAND" -> Reference.Type.REPORT;
            case "ELEC", "WEB", "BLOG" -> Reference.Type.WEBPAGE;
            default -> Reference.Type.DOCUMENT;
        };
    }

    static String write(Reference reference) {
        var lines = new StringBuilder();
        add(lines, "TY", code(reference.type()));
        add(lines, "TI", reference.title());
        reference.authors().forEach(author -> add(lines, "AU", written(author)));
        add(lines, "JO", reference.journal());
        add(lines, "PB", reference.publisher());
        add(lines, "PY", reference.year() == null ? "" : String.valueOf(reference.year()));
        add(lines, "ET", reference.version());
        add(lines, "DO", reference.doi());
        if (!reference.pmid().isEmpty()) {
            add(lines, "DB", "PubMed");
            add(lines, "AN", reference.pmid());
        }
        add(lines, "UR", reference.url());
        add(lines, "LA", reference.language());
        reference.keywords().forEach(word -> add(lines, "KW", word));
        add(lines, "AB", reference.outline());
        return lines.append("ER  - ").append(END).toString();
    }

    private static String code(Reference.Type type) {
        return switch (type) {
            case ARTICLE -> "JOUR";
            case REPORT -> "RPRT";
            case WEBPAGE -> "ELEC";
            case DOCUMENT -> "GEN";
        };
    }

    /// A comma ends the family's name, so that a group's own commas are left out.
    private static String written(Name name) {
        String family = name.family().replace(",", "");
        return name.isGroup()
                ? family
                : family
                        + ", "
                        + name.given()
                        + (name.suffix().isEmpty() ? "" : ", " + name.suffix());
    }

    private static void add(StringBuilder lines, String tag, String value) {
        String line = Plain.line(value);
        if (!line.isEmpty()) {
            lines.append(tag).append("  - ").append(line).append(END);
        }
    }
}
