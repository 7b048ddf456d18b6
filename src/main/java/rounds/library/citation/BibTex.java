package rounds.library.citation;

import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// References in BibTeX, and in what biblatex has added to it.
final class BibTex {
    // Real ones nest three or four; what follows nested braces needs stack.
    private static final int DEEPEST = 50;
    private static final int MOST_JOINTS = 200;

    /// Each joint of defined words may double what came before it.
    private static final int LONGEST_JOINED = 16 << 20;

    private static final Pattern STRING = Pattern.compile("(?i)@\\s*string");

    /// @throws Unreadable for what is no BibTeX
    static List<Reference> read(String text) {
        requireShallow(text);
        try {
            return parser().parse(new StringReader(text)).getEntries().values().stream()
                    .map(BibTex::reference)
                    .toList();
        } catch (ParseException | TokenMgrException | ObjectResolutionException broken) {
            throw new Unreadable(broken);
        }
    }

    /// A journal's abbreviation or a work referred to that was not pasted along is no mistake.
    private static BibTeXParser parser() throws ParseException {
        return new BibTeXParser() {
            @Override
            public void checkStringResolution(Key key, BibTeXString string) {}

            @Override
            public void checkCrossReferenceResolution(Key key, BibTeXEntry entry) {}
        };
    }

    /// Braces within braces, and words put together from words that were put together, cost more
    /// than they say: a few lines of the second would fill the memory.
    private static void requireShallow(String text) {
        long joints = text.chars().filter(sign -> sign == '#').count();
        boolean doubles = joints > 0 && STRING.matcher(text).find();
        if (joints > MOST_JOINTS
                || (doubles && text.length() > LONGEST_JOINED >> Math.min(joints, 30))) {
            throw new Unreadable(null);
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth > DEEPEST) {
                throw new Unreadable(null);
            }
        }
    }

    private static Reference reference(BibTeXEntry entry) {
        var fields = new HashMap<String, String>();
        for (Map.Entry<Key, Value> field : entry.getFields().entrySet()) {
            fields.putIfAbsent(
                    field.getKey().getValue().toLowerCase(Locale.ROOT),
                    field.getValue().toUserString());
        }
        String type = entry.getType().getValue().toLowerCase(Locale.ROOT);
        return new Reference(
                type(type),
                text(fields, "title"),
                BibTexNames.read(first(fields, "author", "editor")),
                text(fields, "journal", "journaltitle", "booktitle"),
                text(fields, "institution", "publisher", "organization", "school"),
                Plain.year(text(fields, "year", "date")),
                text(fields, "version", "edition"),
                Plain.doi(verbatim(fields, "doi")),
                Plain.number(text(fields, "pmid")),
                verbatim(fields, "url", "howpublished"),
                Plain.language(text(fields, "langid", "language")),
                Plain.keywords(text(fields, "keywords")),
                text(fields, "abstract"));
    }

    private static Reference.Type type(String type) {
        return switch (type) {
            case "article" -> Reference.Type.ARTICLE;
            case "techreport", "report" -> Reference.Type.REPORT;
            case "online", "www", "electronic" -> Reference.Type.WEBPAGE;
            default -> Reference.Type.DOCUMENT;
        };
    }

    private static String first(Map<String, String> fields, String... names) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    private static String text(Map<String, String> fields, String... names) {
        return Latex.decode(first(fields, names));
    }

    /// An address, in which a tilde is a tilde; empty for what is none.
    private static String verbatim(Map<String, String> fields, String... names) {
        String value =
                first(fields, names)
                        .replace("\\textasciitilde", "~")
                        .replaceFirst("^\\s*\\\\url", "")
                        .replaceAll("\\\\([#$%&_~])", "$1")
                        .replaceAll("[{}\\s]", "");
        return value.startsWith("http") || value.contains("10.") ? value : "";
    }

    static String write(Reference reference) {
        var fields = new Fields();
        // The second braces keep the capitals.
        fields.put(
                "title",
                reference.title().isEmpty() ? "" : "{" + Latex.encode(reference.title()) + "}");
        fields.put("author", BibTexNames.write(reference.authors()));
        fields.put("journal", Latex.encode(reference.journal()));
        fields.put(
                reference.type() == Reference.Type.REPORT ? "institution" : "publisher",
                Latex.encode(reference.publisher()));
        fields.put("year", reference.year() == null ? "" : String.valueOf(reference.year()));
        fields.put("version", Latex.encode(reference.version()));
        fields.put("doi", address(reference.doi()));
        fields.put("pmid", Latex.encode(reference.pmid()));
        fields.put("url", address(reference.url()));
        fields.put("language", Latex.encode(reference.language()));
        fields.put("keywords", Latex.encode(String.join(", ", reference.keywords())));
        fields.put("abstract", Latex.encode(reference.outline()));
        return "@" + written(reference.type()) + "{" + reference.key() + fields + "\n}\n";
    }

    private static String written(Reference.Type type) {
        return switch (type) {
            case ARTICLE -> "article";
            case REPORT -> "techreport";
            case WEBPAGE -> "online";
            case DOCUMENT -> "misc";
        };
    }

    // What would end the field; in an address these stand as their numbers.
    private static String address(String url) {
        return Plain.line(url)
                .replace("\\", "%5C")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace(" ", "%20");
    }

    private static final class Fields {
        private final StringBuilder written = new StringBuilder();

        void put(String name, String value) {
            if (!value.isEmpty()) {
                written.append(",\n  ").append(name).append(" = {").append(value).append('}');
            }
        }

        @Override
        public String toString() {
            return written.toString();
        }
    }

    private BibTex() {}
}
