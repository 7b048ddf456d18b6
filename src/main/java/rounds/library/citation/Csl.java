package rounds.library.citation;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// References in CSL-JSON, the data of the Citation Style Language: a list of items.
final class Csl {
    private final JsonMapper json;

    Csl(JsonMapper json) {
        this.json = json;
    }

    /// @throws Unreadable for what is no list of items, and no item
    List<Reference> read(String text) {
        JsonNode root = parsed(text);
        JsonNode items = root.isObject() && root.get("items") != null ? root.get("items") : root;
        if (items != null && items.isObject()) {
            return List.of(reference(items));
        }
        var all = new ArrayList<Reference>();
        if (items != null && items.isArray()) {
            for (JsonNode item : items.values()) {
                if (!item.isObject()) {
                    throw new Unreadable(null);
                }
                all.add(reference(item));
            }
        }
        return all;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readValue(text, Argument.of(JsonNode.class));
        } catch (IOException broken) {
            throw new Unreadable(broken);
        }
    }

    private static Reference reference(JsonNode item) {
        return new Reference(
                type(text(item, "type")),
                text(item, "title"),
                names(item.get("author")),
                text(item, "container-title"),
                text(item, "publisher"),
                year(item.get("issued")),
                first(text(item, "version"), text(item, "edition")),
                Plain.doi(text(item, "DOI")),
                Plain.number(text(item, "PMID")),
                text(item, "URL"),
                Plain.language(text(item, "language")),
                Plain.keywords(text(item, "keyword")),
                text(item, "abstract"));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /// A list, as Crossref answers, counts as its first value. The marks of type within words that
    /// publishers send along are left out.
    private static String text(JsonNode item, String name) {
        JsonNode value = item.get(name);
        if (value != null && value.isArray() && value.size() > 0) {
            value = value.get(0);
        }
        return value == null || !(value.isString() || value.isNumber())
                ? ""
                : value.coerceStringValue()
                        .replaceAll(
                                "</?(?:jats:)?(?:p|title|sec|i|b|em|strong|italic|bold|sub|sup|scp)(?: [^<>]{0,200})?>",
                                "")
                        .strip();
    }

    private static Reference.Type type(String type) {
        return switch (type) {
            case "article-journal", "article-magazine", "article-newspaper", "journal-article" ->
                    Reference.Type.ARTICLE;
            case "report", "standard" -> Reference.Type.REPORT;
            case "webpage", "post-weblog", "post" -> Reference.Type.WEBPAGE;
            default -> Reference.Type.DOCUMENT;
        };
    }

    private static List<Name> names(@Nullable JsonNode authors) {
        var names = new ArrayList<Name>();
        if (authors != null && authors.isArray()) {
            for (JsonNode author : authors.values()) {
                Name name = author.isObject() ? name(author) : Name.group("");
                if (!name.family().isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static Name name(JsonNode author) {
        String literal = first(text(author, "literal"), text(author, "name"));
        if (!literal.isEmpty()) {
            return Name.group(literal);
        }
        String family =
                text(author, "dropping-particle")
                        + " "
                        + text(author, "non-dropping-particle")
                        + " "
                        + text(author, "family");
        return new Name(Plain.line(family), text(author, "given"), text(author, "suffix"));
    }

    private static @Nullable Integer year(@Nullable JsonNode issued) {
        if (issued == null || !issued.isObject()) {
            return null;
        }
        JsonNode parts = issued.get("date-parts");
        if (parts != null && parts.isArray() && parts.size() > 0) {
            JsonNode date = parts.get(0);
            JsonNode year = date != null && date.isArray() && date.size() > 0 ? date.get(0) : null;
            return year == null || year.isContainerNode()
                    ? null
                    : Plain.year(year.coerceStringValue());
        }
        return Plain.year(first(text(issued, "raw"), text(issued, "literal")));
    }

    String write(Reference reference) {
        var item = new LinkedHashMap<String, JsonNode>();
        put(item, "id", reference.key());
        put(item, "type", code(reference.type()));
        put(item, "title", reference.title());
        List<JsonNode> authors = reference.authors().stream().map(Csl::written).toList();
        if (!authors.isEmpty()) {
            item.put("author", JsonNode.createArrayNode(authors));
        }
        put(item, "container-title", reference.journal());
        put(item, "publisher", reference.publisher());
        Integer year = reference.year();
        if (year != null) {
            JsonNode date = JsonNode.createArrayNode(List.of(JsonNode.createNumberNode(year)));
            item.put(
                    "issued",
                    JsonNode.createObjectNode(
                            Map.of("date-parts", JsonNode.createArrayNode(List.of(date)))));
        }
        put(item, "version", reference.version());
        put(item, "DOI", reference.doi());
        put(item, "PMID", reference.pmid());
        put(item, "URL", reference.url());
        put(item, "language", reference.language());
        put(item, "keyword", String.join(", ", reference.keywords()));
        put(item, "abstract", reference.outline());
        return written(JsonNode.createArrayNode(List.of(JsonNode.createObjectNode(item))));
    }

    private String written(JsonNode items) {
        try {
            return json.writeValueAsString(items) + "\n";
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode written(Name name) {
        var parts = new LinkedHashMap<String, JsonNode>();
        put(parts, name.isGroup() ? "literal" : "family", name.family());
        put(parts, "given", name.given());
        put(parts, "suffix", name.suffix());
        return JsonNode.createObjectNode(parts);
    }

    private static void put(Map<String, JsonNode> item, String name, String value) {
        if (!value.isEmpty()) {
            item.put(name, JsonNode.createStringNode(value));
        }
    }

    private static String code(Reference.Type type) {
        return switch (type) {
            case ARTICLE -> "article-journal";
            case REPORT -> "report";
            case WEBPAGE -> "webpage";
            case DOCUMENT -> "document";
        };
    }
}
