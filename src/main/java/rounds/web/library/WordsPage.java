package rounds.web.library;

import rounds.community.Community;
import rounds.library.Details;
import rounds.library.ProposedWords;
import rounds.library.Resource;
import rounds.platform.difference.Difference;
import rounds.platform.difference.Segment;
import rounds.web.page.Filled;

import java.util.ArrayList;
import java.util.List;

/// What the owner of a resource wants to be said of it, beside what is said now.
///
/// @param own whether the viewer wants it
public record WordsPage(
        Community community, Resource resource, ProposedWords words, boolean own, Filled filled) {

    /// What differs.
    ///
    /// @param field its message is `library.f.` and this
    /// @param codes where its values stand below in the messages; empty: they are words
    public record Change(
            String field, String codes, String before, String after, List<Segment> segments) {}

    public List<Change> changes() {
        Details before = resource.details();
        Details after = words.details();
        var changes = new ArrayList<Change>();
        add(changes, "title", before.title(), after.title());
        code(changes, "kind", before.kind().code(), after.kind().code());
        add(changes, "description", before.description(), after.description());
        add(changes, "tags", listed(before.tags(), ", "), listed(after.tags(), ", "));
        code(changes, "licence", licence(before), licence(after));
        add(changes, "authors", listed(before.authors(), "; "), listed(after.authors(), "; "));
        add(changes, "source", before.source(), after.source());
        code(changes, "language", before.language(), after.language());
        add(changes, "keywords", listed(before.keywords(), ", "), listed(after.keywords(), ", "));
        add(changes, "journal", before.journal(), after.journal());
        add(changes, "year", year(before), year(after));
        add(changes, "doi", before.doi(), after.doi());
        add(changes, "pmid", before.pmid(), after.pmid());
        add(changes, "abstract", before.outline(), after.outline());
        add(changes, "adaptation", adaptation(before), adaptation(after));
        return changes;
    }

    private static void add(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, "", before, after, Difference.between(before, after)));
        }
    }

    private static void code(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, field, before, after, List.of()));
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
