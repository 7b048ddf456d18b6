package rounds.platform.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Makes pages of paragraphs as they come, as text and as Markdown. A document without pages is cut
/// where a heading stands, and after some 3,000 letters where a paragraph ends.
final class Outline {
    private static final int LONG = 3_000;

    /// A part before a heading that is shorter is not worth being one.
    private static final int SHORT = 400;

    /// Nobody writes a paragraph of more; what is one is cut where it may.
    private static final int LONGEST_PARAGRAPH = 6_000;

    private static final int LONGEST_CELL = 2_000;
    private static final int MOST_COLUMNS = 40;
    private static final int DEEPEST_HEADING = 6;
    private static final int DEEPEST_ITEM = 8;

    private final Report report;
    private final boolean cuts;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder markdown = new StringBuilder();
    private int number = 1;
    private String heading = "";
    private boolean afterItem;

    /// @param cuts whether it finds the pages itself
    private Outline(Report report, boolean cuts) {
        this.report = report;
        this.cuts = cuts;
    }

    static Outline ofParts(Report report) {
        return new Outline(report, true);
    }

    static Outline ofPages(Report report) {
        return new Outline(report, false);
    }

    /// Ends the page before, if there was one.
    void page(int number, String heading) throws IOException {
        tell();
        this.number = number;
        this.heading = heading;
    }

    void heading(int level, Inline words) throws IOException {
        if (words.isBlank()) {
            return;
        }
        if (cuts && text.length() > SHORT) {
            cut();
        }
        if (cuts && (text.isEmpty() || heading.isEmpty())) {
            heading = words.text();
        }
        open(false);
        text.append(words.text());
        markdown.append("#".repeat(Math.clamp(level, 1, DEEPEST_HEADING)))
                .append(' ')
                .append(words.markdown());
    }

    void paragraph(Inline words) throws IOException {
        if (words.isBlank()) {
            return;
        }
        String all = words.text();
        if (cuts && all.length() > LONGEST_PARAGRAPH) {
            for (String piece : pieces(all)) {
                paragraph(Inline.of(piece));
            }
            return;
        }
        cutIfLong();
        open(false);
        text.append(all);
        markdown.append(words.markdown());
    }

    private static List<String> pieces(String all) {
        var pieces = new ArrayList<String>();
        int from = 0;
        while (all.length() - from > LONG) {
            int space = all.lastIndexOf(' ', from + LONG);
            int to = space > from ? space : from + LONG;
            if (space <= from && Character.isHighSurrogate(all.charAt(to - 1))) {
                to--;
            }
            pieces.add(all.substring(from, to));
            from = to;
        }
        pieces.add(all.substring(from));
        return pieces;
    }

    /// What was said beside the text.
    void quote(Inline words) throws IOException {
        if (words.isBlank()) {
            return;
        }
        cutIfLong();
        open(false);
        text.append(words.text());
        markdown.append("> ").append(words.markdown());
    }

    /// @param depth 0 for a list that stands in no other
    void item(int depth, boolean counted, Inline words) throws IOException {
        if (words.isBlank()) {
            return;
        }
        if (cuts && words.text().length() > LONGEST_PARAGRAPH) {
            paragraph(words);
            return;
        }
        cutIfLong();
        open(true);
        text.append(words.text());
        markdown.append("    ".repeat(Math.clamp(depth, 0, DEEPEST_ITEM)))
                .append(counted ? "1. " : "- ")
                .append(words.markdown());
    }

    /// @param rows of cells; the first is taken for the head
    void table(List<List<String>> rows) throws IOException {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns > 0) {
            cutIfLong();
            open(false);
            boolean begun = false;
            for (List<String> row : rows) {
                if (cuts && text.length() > 2 * LONG) {
                    cut();
                    begun = false;
                }
                row(row, Math.min(columns, MOST_COLUMNS), begun);
                begun = true;
            }
        }
    }

    private void row(List<String> cells, int columns, boolean begun) {
        if (begun) {
            text.append('\n');
            markdown.append('\n');
        }
        var shown = new StringBuilder("|");
        for (int i = 0; i < columns; i++) {
            String cell = i < cells.size() ? Inline.of(cells.get(i)).text() : "";
            String few = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
            shown.append(' ').append(Inline.escaped(few)).append(" |");
        }
        text.append(String.join("\t", cells.stream().map(cell -> Inline.of(cell).text()).toList()));
        markdown.append(shown);
        if (!begun) {
            markdown.append("\n|").append(" --- |".repeat(columns));
        }
    }

    /// A blank line, or a new one within a list.
    private void open(boolean item) {
        if (!text.isEmpty()) {
            String between = item && afterItem ? "\n" : "\n\n";
            text.append(between);
            markdown.append(between);
        }
        afterItem = item;
    }

    private void cutIfLong() throws IOException {
        if (cuts && text.length() > LONG) {
            cut();
        }
    }

    private void cut() throws IOException {
        int next = number + 1;
        tell();
        number = next;
    }

    /// How many pages there are, so far.
    int number() {
        return number;
    }

    void end() throws IOException {
        tell();
    }

    private void tell() throws IOException {
        report.page(new PageText(number, heading, text.toString(), markdown.toString()));
        text.setLength(0);
        markdown.setLength(0);
        afterItem = false;
    }
}
