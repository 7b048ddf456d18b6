package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.entry.Tongue;
import rounds.platform.entry.Wrong;
import rounds.platform.markdown.Markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a library says of a resource.
///
/// @param description Markdown, at most 5,000 characters
/// @param language ISO 639-1; empty: as the words sound
/// @param authors as they are to be cited, each one name
/// @param source where it comes from: who published it, or an address
/// @param year of publication; null where it is not known
/// @param doi without the address before it (doi.org/the-identifier)
/// @param pmid its number in PubMed; empty where it has none
/// @param outline the abstract of an article, with its sections as Markdown headings where it has
///   some
/// @param adaptation null: it was made from nothing in a library
public record Details(
        ResourceKind kind,
        String title,
        String description,
        String language,
        List<String> tags,
        List<String> keywords,
        List<String> authors,
        String source,
        Licence licence,
        String journal,
        @Nullable Integer year,
        String doi,
        String pmid,
        String outline,
        @Nullable Adaptation adaptation) {
    public static final int LONGEST_DESCRIPTION = 5_000;
    public static final int LONGEST_ABSTRACT = 10_000;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_SOURCE = 500;
    static final int LONGEST_JOURNAL = 300;
    static final int MOST_AUTHORS = 100;
    static final int MOST_KEYWORDS = 30;

    // A DOI begins with the directory indicator 10 and a registrant code (ISO 26324).
    private static final Pattern DOI =
            Pattern.compile(
                    "(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?(10\\.\\d{4,9}/\\S{1,200})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PMID =
            Pattern.compile("(?:pmid:?\\s*)?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

    /// A title and a kind, and nothing else known yet.
    public static Details of(ResourceKind kind, String title) {
        return new Details(
                kind,
                title,
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                Licence.UNKNOWN,
                "",
                null,
                "",
                "",
                "",
                null);
    }

    /// As it is stored.
    ///
    /// @throws ProblemException invalid, with every field that cannot be taken
    Details checked() {
        var wrong = new Wrong();
        String named = wrong.or(() -> Shared.title(title), "");
        String said = wrong.or(() -> text("description", description, LONGEST_DESCRIPTION), "");
        var checked =
                new Details(
                        kind,
                        named,
                        said,
                        wrong.or(() -> tongue(named, said), "en"),
                        wrong.or(() -> Shared.tags(tags), List.of()),
                        wrong.or(() -> names("keywords", keywords, MOST_KEYWORDS), List.of()),
                        wrong.or(() -> names("authors", authors, MOST_AUTHORS), List.of()),
                        wrong.or(() -> Entry.line("source", source, LONGEST_SOURCE), ""),
                        licence,
                        wrong.or(() -> Entry.line("journal", journal, LONGEST_JOURNAL), ""),
                        wrong.or(() -> published(year), null),
                        wrong.or(() -> matched("doi", DOI, doi), ""),
                        wrong.or(() -> matched("pmid", PMID, pmid), ""),
                        wrong.or(() -> text("abstract", outline, LONGEST_ABSTRACT), ""),
                        wrong.or(() -> made(adaptation), null));
        wrong.refuse();
        return checked;
    }

    private String tongue(String named, String said) {
        return language.isBlank()
                ? Tongue.of(named + "\n" + said + "\n" + outline, "en")
                : Entry.language(language.strip());
    }

    private static @Nullable Adaptation made(@Nullable Adaptation from) {
        if (from == null) {
            return null;
        }
        String changes = text("adaptation", from.changes(), Adaptation.LONGEST);
        if (changes.isEmpty()) {
            throw ProblemException.invalid("adaptation", "library.adaptation.missing");
        }
        return new Adaptation(from.original(), changes);
    }

    private static String text(String field, String entered, int longest) {
        String text = Markdown.tidy(entered).strip();
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw ProblemException.invalid(field, "forum.note.too-long", length, longest);
        }
        return Shared.words(field, text);
    }

    private static List<String> names(String field, List<String> entered, int most) {
        var names = new LinkedHashSet<String>();
        for (String one : entered) {
            String name = Entry.line(field, one, LONGEST_NAME);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        if (names.size() > most) {
            throw ProblemException.invalid(field, "library.names.too-many", most);
        }
        return List.copyOf(names);
    }

    private static @Nullable Integer published(@Nullable Integer year) {
        if (year != null && (year < 1500 || year > 2200)) {
            throw ProblemException.invalid("year", "library.year.unusable");
        }
        return year;
    }

    private static String matched(String field, Pattern form, String entered) {
        String given = entered.strip();
        if (given.isEmpty()) {
            return "";
        }
        Matcher found = form.matcher(given);
        if (!found.matches()) {
            throw ProblemException.invalid(field, "library." + field + ".unusable");
        }
        return found.group(1).toLowerCase(Locale.ROOT);
    }
}
