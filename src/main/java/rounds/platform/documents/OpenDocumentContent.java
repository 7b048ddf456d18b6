package rounds.platform.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The words of an OpenDocument file, from its XML as it comes.
final class OpenDocumentContent {
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    private static final String LINK = "http://www.w3.org/1999/xlink";
    private static final String LOOKS =
            "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";

    /// What was deleted, said about the text, or is not of it.
    private static final Set<String> SKIPPED =
            Set.of("tracked-changes", "annotation", "forms", "sequence-decls", "note-citation");

    private static final int MOST_SPACES = 1_000;

    private final XMLStreamReader xml;
    private final Outline outline;
    private final Set<String> bold = new HashSet<>();
    private final Set<String> slanted = new HashSet<>();
    private final Set<String> counted = new HashSet<>();

    /// Of the paragraph that is read, the innermost last.
    private final List<Inline> words = new ArrayList<>();

    private final List<String> looks = new ArrayList<>();
    private final List<List<List<String>>> tables = new ArrayList<>();
    private final List<Boolean> lists = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private String style = "";
    private String link = "";
    private int slides;
    private int level = 1;

    OpenDocumentContent(XMLStreamReader xml, Outline outline) {
        this.xml = xml;
        this.outline = outline;
    }

    /// @return how many slides there are
    int read() throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> begin();
                case XMLStreamReader.END_ELEMENT -> finish();
                case XMLStreamReader.CHARACTERS -> say(xml.getText());
                default -> {}
            }
        }
        return slides;
    }

    private void begin() throws XMLStreamException, IOException {
        String name = xml.getLocalName();
        switch (Objects.requireNonNullElse(xml.getNamespaceURI(), "")) {
            case TEXT -> beginText(name);
            case TABLE -> beginTable(name);
            case STYLE -> learnStyle(name);
            case DRAW -> {
                if (name.equals("page")) {
                    outline.page(++slides, "");
                }
            }
            case OFFICE -> {
                if (SKIPPED.contains(name)) {
                    skip();
                }
            }
            default -> {}
        }
    }

    private void learnStyle(String name) {
        if (name.equals("style")) {
            style = attribute(STYLE, "name");
        } else if (name.equals("text-properties")) {
            if (attribute(LOOKS, "font-weight").equals("bold")) {
                bold.add(style);
            }
            if (attribute(LOOKS, "font-style").equals("italic")) {
                slanted.add(style);
            }
        }
    }

    private void beginText(String name) throws XMLStreamException {
        switch (name) {
            case "p", "h" -> {
                words.add(new Inline());
                level = number(TEXT, "outline-level", level);
            }
            case "span" -> looks.add(attribute(TEXT, "style-name"));
            case "a" -> link = attribute(LINK, "href");
            case "s" -> say(" ".repeat(Math.clamp(number(TEXT, "c", 1), 1, MOST_SPACES)));
            case "tab", "line-break" -> say(" ");
            case "list-style" -> style = attribute(STYLE, "name");
            case "list-level-style-number" -> counted.add(style);
            case "list" -> {
                String kind = attribute(TEXT, "style-name");
                boolean inherited = !lists.isEmpty() && lists.getLast();
                lists.add(kind.isEmpty() ? inherited : counted.contains(kind));
            }
            default -> {
                if (SKIPPED.contains(name)) {
                    skip();
                }
            }
        }
    }

    private void beginTable(String name) {
        switch (name) {
            case "table" -> tables.add(new ArrayList<>());
            case "table-row" -> {
                if (!tables.isEmpty()) {
                    tables.getLast().add(new ArrayList<>());
                }
            }
            case "table-cell" -> cell.setLength(0);
            default -> {}
        }
    }

    private void finish() throws IOException {
        String name = xml.getLocalName();
        switch (Objects.requireNonNullElse(xml.getNamespaceURI(), "")) {
            case TEXT -> finishText(name);
            case TABLE -> finishTable(name);
            default -> {}
        }
    }

    private void finishText(String name) throws IOException {
        switch (name) {
            case "p", "h" -> {
                if (!words.isEmpty()) {
                    finishParagraph(words.removeLast(), name.equals("h"));
                }
            }
            case "span" -> {
                if (!looks.isEmpty()) {
                    looks.removeLast();
                }
            }
            case "a" -> link = "";
            case "list" -> {
                if (!lists.isEmpty()) {
                    lists.removeLast();
                }
            }
            default -> {}
        }
    }

    private void finishParagraph(Inline paragraph, boolean heading) throws IOException {
        if (!tables.isEmpty()) {
            cell.append(cell.isEmpty() ? "" : " ").append(paragraph.text());
        } else if (heading) {
            outline.heading(level, paragraph);
        } else if (!lists.isEmpty()) {
            outline.item(lists.size() - 1, lists.getLast(), paragraph);
        } else {
            outline.paragraph(paragraph);
        }
    }

    private void finishTable(String name) throws IOException {
        if (tables.isEmpty()) {
            return;
        }
        List<List<String>> table = tables.getLast();
        if (name.equals("table-cell") && !table.isEmpty()) {
            table.getLast().add(cell.toString());
            cell.setLength(0);
        } else if (name.equals("table")) {
            tables.removeLast();
            // A table within a table becomes rows of the outer one's text.
            if (tables.isEmpty()) {
                outline.table(table);
            } else {
                table.forEach(row -> cell.append(String.join(" ", row)).append(' '));
            }
        }
    }

    private void say(String text) {
        if (!words.isEmpty()) {
            String look = looks.isEmpty() ? "" : looks.getLast();
            words.getLast().add(text, bold.contains(look), slanted.contains(look), link);
        }
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private String attribute(String space, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(space, name), "");
    }

    private int number(String space, String name, int otherwise) {
        String value = attribute(space, name);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }
}
