package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.platform.documents.DocumentType;
import rounds.platform.documents.Extracted;
import rounds.platform.entry.Entry;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a file says about itself, as far as it is worth believing; whoever shares it may say
/// otherwise.
///
/// @param title never empty: its properties', else the first heading, else the file's name
/// @param language empty where it says none
/// @param pages 0 where it has none, or does not tell at its beginning
public record Said(String title, List<String> authors, String language, int pages) {
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_AUTHORS = 20;

    private static final Set<DocumentType> WITH_PAGES =
            Set.of(DocumentType.PDF, DocumentType.PPTX, DocumentType.ODP);

    /// What mail programs and browsers put behind a name when there is another.
    private static final Pattern COPY = Pattern.compile("(?i)( ?\\(\\d+\\)| - (copy|copie))+$");

    /// Before the name of what was printed into a PDF.
    private static final Pattern PRINTED_FROM =
            Pattern.compile("(?i)^microsoft (office )?(word|powerpoint|excel|publisher)( -|:)");

    /// What stands there before somebody writes a title.
    private static final Pattern NOBODYS =
            Pattern.compile(
                    "(?iu)(untitled|sans titre|sans nom|unknown|none|null|title|titre|document|presentation|présentation"
                            + "|powerpoint presentation|présentation powerpoint|slide|diapositive|book|classeur)"
                            + "( document)?[ _-]?\\d*");

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?i)(about|file|https?|data|blob):\\S|[a-z]:[\\\\/]|[\\\\/~.]+[\\\\/]|/");

    private static final Pattern FILE =
            Pattern.compile(
                    "(?i)\\S\\.(docx?|docm|dotx?|pdf|pptx?|ppsx?|xlsx?|xlsm|odt|odp|ods|rtf|txt|md|csv|pub|indd|qxd|tex|dvi|ps"
                            + "|html?|mht|pages|key|numbers|wpd|jpe?g|png|tiff?)$");

    static Said of(Extracted told, DocumentType type, String name) {
        return new Said(
                title(told, type, name),
                told.authors().stream().limit(MOST_AUTHORS).toList(),
                language(told.language()),
                WITH_PAGES.contains(type) ? told.pageCount() : 0);
    }

    static Said of(String name) {
        return new Said(named(name), List.of(), "", 0);
    }

    private static String title(Extracted told, DocumentType type, String name) {
        String own = believable(told.title());
        if (!own.isEmpty()) {
            return cut(own);
        }
        // The name of a sheet is none of the workbook.
        boolean headed = type != DocumentType.XLSX && !told.pages().isEmpty();
        String heading = headed ? believable(told.pages().getFirst().heading()) : "";
        return heading.isEmpty() ? named(name) : cut(heading);
    }

    /// Empty for what programs write where nobody gave a title.
    private static String believable(String told) {
        String title = PRINTED_FROM.matcher(told.strip()).replaceFirst("").strip();
        boolean given =
                title.codePoints().anyMatch(Character::isLetter)
                        && !NOBODYS.matcher(title).matches()
                        && !ADDRESS.matcher(title).lookingAt()
                        && !FILE.matcher(title).find();
        return given ? title : "";
    }

    /// A title from the name of a file: without its ending, with blanks for hyphens and underlines.
    public static String named(String name) {
        int dot = name.lastIndexOf('.');
        String bare = (dot > 0 ? name.substring(0, dot) : name).replaceAll("(%20|[_+\\s-])+", " ");
        String title = COPY.matcher(bare.strip()).replaceFirst("").strip();
        return cut(title.isEmpty() ? name : title);
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, 180)).strip();
    }

    private static String language(@Nullable String told) {
        return told != null && Entry.isLanguage(told) ? told : "";
    }
}
