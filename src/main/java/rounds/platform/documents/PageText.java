package rounds.platform.documents;

/// What is written on one page, slide or sheet, or in one part of a document without pages.
///
/// @param number from 1
/// @param heading the last one above or at its beginning, the title of a slide, the name of a
///   sheet; empty where there is none
/// @param text healed, for search: paragraphs with a line between them, the cells of a table with
///   tabs between them
/// @param markdown the same for reading in the page: headings, lists, emphasis, tables and links,
///   no pictures, no HTML; empty where nothing but the text is known (PDF, XLSX, TXT, CSV)
public record PageText(int number, String heading, String text, String markdown) {

    public PageText(int number, String heading, String text) {
        this(number, heading, text, "");
    }
}
