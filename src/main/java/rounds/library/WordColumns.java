package rounds.library;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

import rounds.platform.markdown.Html;

import java.util.List;

/// What is said of a resource, in the columns that a resource and words that wait for it have
/// alike. A statement takes it as one JSON value, in which what is empty is left out.
///
/// @param outline the column `abstract`
@Serdeable(naming = SnakeCaseStrategy.class)
record WordColumns(
        String kind,
        String title,
        String description,
        String html,
        int htmlVersion,
        String language,
        boolean languageSaid,
        List<String> tags,
        List<String> keywords,
        List<String> authors,
        String source,
        String licence,
        String journal,
        @Nullable Integer year,
        String doi,
        String pmid,
        String outline,
        String adaptation) {

    /// The columns, as a statement names them.
    static final String NAMES =
            """
             kind, title, description, html, html_version, language, language_said, tags, keywords, authors, source, licence,
             journal, year, doi, pmid, abstract, adaptation
            """;

    /// The one row of them, from the parameter `words`.
    static final String ROW =
            """
             (select kind, title, coalesce(description, '') as description, coalesce(html, '') as html, html_version, language,
                     language_said, coalesce(tags, '{}') as tags, coalesce(keywords, '{}') as keywords, coalesce(authors, '{}') as authors,
                     coalesce(source, '') as source, coalesce(licence, '') as licence, coalesce(journal, '') as journal, year,
                     coalesce(doi, '') as doi, coalesce(pmid, '') as pmid, coalesce(outline, '') as abstract,
                     coalesce(adaptation, '') as adaptation
              from json_to_record(:words::json) as given (
                   kind text, title text, description text, html text, html_version int, language text, language_said boolean,
                   tags text[], keywords text[], authors text[], source text, licence text, journal text, year int, doi text,
                   pmid text, outline text, adaptation text)) said
            """;

    /// @param language as it is stored, which may not be as it was entered
    static WordColumns of(
            Details details, Html html, String language, boolean languageSaid, boolean adapted) {
        Adaptation from = details.adaptation();
        return new WordColumns(
                details.kind().code(),
                details.title(),
                details.description(),
                html.value(),
                html.version(),
                language,
                languageSaid,
                details.tags(),
                details.keywords(),
                details.authors(),
                details.source(),
                details.licence().code(),
                details.journal(),
                details.year(),
                details.doi(),
                details.pmid(),
                details.outline(),
                from == null || !adapted ? "" : from.changes());
    }
}
