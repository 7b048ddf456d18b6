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
import rounds.platform.mail.Wording;
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
    private final Wording wording;
    private final Signboard site;

    HitFile(Citations citations, Wording wording, Signboard site) {
        this.wording = wording;
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
                    "in",
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
                        harmless(title(row)),
                        harmless(row.title()),
                        harmless(hit.passage().text()),
                        harmless(row.authorName()),
                        harmless(row.communityName()),
                        row.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                        harmless(String.join(", ", row.tags())),
                        row.language(),
                        address(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// A reply or a page of a document; what stands above it is called as the whole.
    private static boolean isPart(Excerpt row) {
        ContentType type = row.content().type();
        return type == ContentType.PAGE || (type == ContentType.POST && row.number() > 1);
    }

    /// What a hit is called, in the language in which it is written: of a part also which it is.
    private String title(Excerpt row) {
        String language = row.language().equals("fr") ? "fr" : "en";
        String key =
                row.content().type() == ContentType.PAGE ? "search.file.page" : "search.file.post";
        return isPart(row)
                ? wording.text(language, key, List.of(row.number(), row.title()))
                : row.title();
    }

    /// Of exactly this place.
    private String address(Excerpt row) {
        boolean first = row.content().type() == ContentType.PAGE && row.number() == 1;
        return site.baseUrl() + row.path() + (first ? "?page=1" : "");
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
                title(row),
                row.authorName().isEmpty() ? List.of() : List.of(Name.of(row.authorName())),
                isPart(row) ? row.title() : "",
                row.communityName(),
                row.at().atOffset(ZoneOffset.UTC).getYear(),
                "",
                "",
                "",
                address(row),
                row.language(),
                row.tags(),
                "");
    }
}
