package rounds.web.search;

import jakarta.inject.Singleton;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.library.citation.Citations;
import rounds.library.citation.Format;
import rounds.library.citation.Name;
import rounds.library.citation.Reference;
import rounds.search.SearchHit;
import rounds.web.Signboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes hits for other programs. What is not signed names nobody.
@Singleton
class HitFile {
    /// A spreadsheet takes what begins so for a formula, whatever blank or unseen signs stand
    /// before it, and in full width as well; see OWASP on CSV injection.
    private static final Pattern FORMULA =
            Pattern.compile(
                    "^[\\p{Z}\\p{C}]*[=+@\\-\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|^[\\t\\r\\n].*",
                    Pattern.DOTALL);

    private final Citations citations;
    private final Signboard site;

    HitFile(Citations citations, Signboard site) {
        this.citations = citations;
        this.site = site;
    }

    /// RFC 4180, UTF-8, its first line says what the columns are.
    String csv(List<SearchHit> hits) {
        var text = new StringBuilder("\uFEFF");
        try (var table = new CSVPrinter(text, CSVFormat.RFC4180)) {
            table.printRecord(
                    "type",
                    "kind",
                    "title",
                    "passage",
                    "author",
                    "community",
                    "date",
                    "tags",
                    "language",
                    "address");
            for (SearchHit hit : hits) {
                Excerpt row = hit.excerpt();
                table.printRecord(
                        row.content().type().shown().code(),
                        row.kind() == null ? "" : row.kind(),
                        harmless(row.title()),
                        harmless(hit.passage().text()),
                        harmless(row.authorName()),
                        harmless(row.communityName()),
                        row.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                        harmless(String.join(", ", row.tags())),
                        row.language(),
                        site.baseUrl() + row.path());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    String ris(List<SearchHit> hits) {
        return hits.stream()
                .map(hit -> citations.write(reference(hit.excerpt()), Format.RIS))
                .collect(Collectors.joining("\r\n"));
    }

    /// What a hit itself tells: a document's own reference is given on its page.
    private Reference reference(Excerpt row) {
        boolean document = row.content().type().shown() == ContentType.RESOURCE;
        return new Reference(
                document ? Reference.Type.DOCUMENT : Reference.Type.WEBPAGE,
                row.title(),
                row.authorName().isEmpty() ? List.of() : List.of(Name.of(row.authorName())),
                "",
                row.communityName(),
                row.at().atOffset(ZoneOffset.UTC).getYear(),
                "",
                "",
                "",
                site.baseUrl() + row.path(),
                row.language(),
                row.tags(),
                "");
    }
}
