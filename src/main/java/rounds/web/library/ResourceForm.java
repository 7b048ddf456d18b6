package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.library.Details;
import rounds.library.Licence;
import rounds.library.ResourceKind;
import rounds.web.page.Form;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                form.text("abstract"));
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
        return fields;
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
