package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.library.Adaptation;
import rounds.library.Details;
import rounds.library.Licence;
import rounds.library.Material;
import rounds.library.ResourceKind;
import rounds.platform.database.Ids;
import rounds.web.page.Form;

import java.util.Arrays;
import java.util.List;

/// What a program says of a resource; in an edit, what is absent stays.
///
/// @param adapts the id of the resource that it was made from; of one that is there it stays
/// @param adaptation what was changed, and why
/// @param url of a link
/// @param body of a text, in Markdown
/// @param identified says that what could tell who a patient is was looked at, and tells nothing
@Serdeable
record ResourceWords(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable String language,
        @Nullable List<String> tags,
        @Nullable List<String> keywords,
        @Nullable List<String> authors,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String journal,
        @Nullable Integer year,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String abstractText,
        @Nullable String adapts,
        @Nullable String adaptation,
        @Nullable String url,
        @Nullable String body,
        @Nullable String identified) {

    /// What of it is asked about.
    Sent sent() {
        return Sent.saying(identified)
                .with("title", title)
                .with("description", description)
                .with("tags", tags)
                .with("keywords", keywords)
                .with("abstractText", abstractText)
                .with("adaptation", adaptation)
                .with("body", body)
                .with("language", language);
    }

    /// The fields of a form with a file; tags stand in one field, separated by commas.
    static ResourceWords of(Form form) {
        return new ResourceWords(
                form.optional("kind"),
                form.optional("title"),
                form.text("description"),
                form.optional("language"),
                listed(form.line("tags"), ","),
                listed(form.line("keywords"), "[,;]"),
                listed(form.text("authors"), "[;\n]"),
                form.line("source"),
                form.line("licence"),
                form.line("journal"),
                null,
                form.line("doi"),
                form.line("pmid"),
                form.text("abstractText"),
                form.optional("adapts"),
                form.optional("adaptation"),
                null,
                null,
                form.optional("identified"));
    }

    private static List<String> listed(String entered, String between) {
        return Arrays.stream(entered.split(between, -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /// @throws ProblemException invalid on `kind`, where none is given
    Details details() {
        if (kind == null) {
            throw ProblemException.invalid("kind", "api.missing");
        }
        return details(Details.of(ResourceKind.of(kind), ""));
    }

    Details details(Details now) {
        return new Details(
                kind == null ? now.kind() : ResourceKind.of(kind),
                or(title, now.title()),
                or(description, now.description()),
                or(language, now.language()),
                or(tags, now.tags()),
                or(keywords, now.keywords()),
                or(authors, now.authors()),
                or(source, now.source()),
                licence == null ? now.licence() : Licence.of(licence),
                or(journal, now.journal()),
                year == null ? now.year() : year,
                or(doi, now.doi()),
                or(pmid, now.pmid()),
                or(abstractText, now.outline()),
                adapted(now.adaptation()));
    }

    private @Nullable Adaptation adapted(@Nullable Adaptation now) {
        if (now == null) {
            return adapts == null ? null : new Adaptation(Ids.parse(adapts), or(adaptation, ""));
        }
        return new Adaptation(now.original(), or(adaptation, now.changes()));
    }

    private static <T> T or(@Nullable T given, T now) {
        return given == null ? now : given;
    }

    /// @throws ProblemException invalid on `url`, unless there is a link or a text, and not both
    Material material() {
        if ((url == null) == (body == null)) {
            throw ProblemException.invalid("url", "library.api.material");
        }
        return url == null ? new Material.Text(String.valueOf(body)) : new Material.Link(url);
    }
}
