package rounds.web.library;

import rounds.library.Details;
import rounds.platform.difference.Difference;
import rounds.platform.difference.Segment;

import java.util.ArrayList;
import java.util.List;

/// What differs between what is said of a resource at two times: one field of it.
///
/// @param field its message is `library.f.` and this
/// @param codes where its values stand below in the messages; empty: they are words
public record Rewritten(
        String field, String codes, String before, String after, List<Segment> segments) {

    /// Costs more than reading: not inside a transaction.
    static List<Rewritten> between(Details before, Details after) {
        var changes = new ArrayList<Rewritten>();
        add(changes, "title", before.title(), after.title());
        code(changes, "kind", before.kind().code(), after.kind().code());
        add(changes, "description", before.description(), after.description());
        add(changes, "tags", listed(before.tags(), ", "), listed(after.tags(), ", "));
        code(changes, "licence", licence(before), licence(after));
        add(changes, "authors", listed(before.authors(), "; "), listed(after.authors(), "; "));
        add(changes, "source", before.source(), after.source());
        // What is not said is heard.
        if (!after.language().isBlank()) {
            code(changes, "language", before.language(), after.language());
        }
        add(changes, "keywords", listed(before.keywords(), ", "), listed(after.keywords(), ", "));
        add(changes, "journal", before.journal(), after.journal());
        add(changes, "year", year(before), year(after));
        add(changes, "doi", before.doi(), after.doi());
        add(changes, "pmid", before.pmid(), after.pmid());
        add(changes, "abstract", before.outline(), after.outline());
        add(changes, "adaptation", adaptation(before), adaptation(after));
        return List.copyOf(changes);
    }

    private static void add(List<Rewritten> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Rewritten(field, "", before, after, Difference.between(before, after)));
        }
    }

    private static void code(List<Rewritten> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Rewritten(field, field, before, after, List.of()));
        }
    }

    private static String listed(List<String> values, String between) {
        return String.join(between, values);
    }

    private static String licence(Details details) {
        String code = details.licence().code();
        return code.isEmpty() ? "unknown" : code;
    }

    private static String year(Details details) {
        return details.year() == null ? "" : String.valueOf(details.year());
    }

    private static String adaptation(Details details) {
        return details.adaptation() == null ? "" : details.adaptation().changes();
    }
}
