package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.library.Adaptation;
import rounds.library.Details;
import rounds.library.Licence;
import rounds.library.ResourceKind;
import rounds.library.citation.Name;
import rounds.library.citation.Reference;
import rounds.platform.database.Ids;
import rounds.web.page.Form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The fields in which somebody says what a resource is.
final class ResourceForm {

    static Details details(Form form, String title, String kind) {
        return new Details(
                ResourceKind.of(kind),
                title,
                form.text("description"),
                form.line("language"),
                listed(form.line("tags"), ","),
                listed(form.line("keywords"), "[,;]"),
                listed(form.text("authors"), "[;\n]"),
                form.line("source"),
                Licence.of(form.line("licence")),
                form.line("journal"),
                year(form.optional("year")),
                form.line("doi"),
                form.line("pmid"),
                form.text("abstract"),
                adaptation(form));
    }

    static Map<String, String> filled(Details details) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", details.kind().code());
        fields.put("title", details.title());
        fields.put("description", details.description());
        fields.put("language", details.language());
        fields.put("tags", String.join(", ", details.tags()));
        fields.put("keywords", String.join(", ", details.keywords()));
        fields.put("authors", String.join("\n", details.authors()));
        fields.put("source", details.source());
        fields.put("licence", details.licence().code());
        fields.put("journal", details.journal());
        fields.put("year", details.year() == null ? "" : String.valueOf(details.year()));
        fields.put("doi", details.doi());
        fields.put("pmid", details.pmid());
        fields.put("abstract", details.outline());
        Adaptation from = details.adaptation();
        if (from != null) {
            fields.put("adapts", Ids.text(from.original()));
            fields.put("adaptation", from.changes());
        }
        return fields;
    }

    private static @Nullable Adaptation adaptation(Form form) {
        String original = form.optional("adapts");
        return original == null
                ? null
                : new Adaptation(Ids.parse(original), form.text("adaptation"));
    }

    /// The same form with what a reference says in its fields; of what it does not say, what was
    /// entered stays.
    static Form filled(Form form, Reference reference) {
        var said = new LinkedHashMap<String, String>();
        said.put("title", reference.title());
        List<String> uploads = form.all("upload");
        if (uploads.size() == 1) {
            said.put("title-" + uploads.getFirst(), reference.title());
            said.put("authors-" + uploads.getFirst(), authors(reference));
            said.put("language-" + uploads.getFirst(), reference.language());
        }
        said.put("kind", kind(reference.type()));
        said.put("authors", authors(reference));
        said.put("source", reference.publisher());
        said.put("language", reference.language());
        said.put("keywords", String.join(", ", reference.keywords()));
        said.put("journal", reference.journal());
        said.put("year", reference.year() == null ? "" : String.valueOf(reference.year()));
        said.put("doi", reference.doi());
        said.put("pmid", reference.pmid());
        said.put("abstract", reference.outline());
        said.put("url", address(reference));
        Form filled = form.without("citation");
        for (var field : said.entrySet()) {
            filled =
                    field.getValue().isEmpty()
                            ? filled
                            : filled.with(field.getKey(), field.getValue());
        }
        return filled;
    }

    private static String authors(Reference reference) {
        return reference.authors().stream().map(Name::cited).collect(Collectors.joining("\n"));
    }

    /// Empty for the types that say little of what a resource is for.
    private static String kind(Reference.Type type) {
        return switch (type) {
            case ARTICLE -> ResourceKind.ARTICLE.code();
            case WEBPAGE -> ResourceKind.LINK.code();
            case REPORT, DOCUMENT -> "";
        };
    }

    private static String address(Reference reference) {
        return reference.url().isEmpty() && !reference.doi().isEmpty()
                ? "https://doi.org/" + reference.doi()
                : reference.url();
    }

    private static List<String> listed(String entered, String between) {
        return Arrays.stream(entered.split(between, -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static @Nullable Integer year(@Nullable String entered) {
        if (entered == null) {
            return null;
        }
        if (!entered.matches("\\d{4}")) {
            throw ProblemException.invalid("year", "library.year.unusable");
        }
        return Integer.valueOf(entered);
    }

    private ResourceForm() {}
}
