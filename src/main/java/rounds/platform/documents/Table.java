package rounds.platform.documents;

import java.util.ArrayList;
import java.util.List;

/// Rows of values as a table to be read in the page: as many as somebody reads there. What is
/// longer ends in a row of dots; search has all of it, and so has the file.
final class Table {
    private static final int MOST_ROWS = 500;
    private static final int MOST_COLUMNS = 40;
    private static final int LONGEST_CELL = 1_000;

    /// Below what can be laid out as one text.
    private static final int LONGEST = 50_000;

    private static final String DOTS = "\u22ef";

    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int letters;
    private boolean full;

    /// @param column from 0
    void cell(int column, String words) {
        if (full || column >= MOST_COLUMNS) {
            return;
        }
        while (row.size() < column) {
            row.add("");
        }
        String line = Inline.of(words).text();
        row.add(line.length() > LONGEST_CELL ? line.substring(0, LONGEST_CELL) + DOTS : line);
    }

    void endRow() {
        if (row.stream().allMatch(String::isBlank)) {
            row.clear();
            return;
        }
        // Escaping and the signs between cells take their part.
        letters += row.stream().mapToInt(cell -> cell.length() + 3).sum() * 5 / 4;
        if (rows.size() >= MOST_ROWS || letters > LONGEST) {
            if (!full) {
                rows.add(List.of(DOTS));
            }
            full = true;
        } else {
            rows.add(row);
        }
        row = new ArrayList<>();
    }

    void row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        endRow();
    }

    /// The first row is taken for the head; empty, where there is none.
    String markdown() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var all = new StringBuilder();
        for (List<String> cells : rows) {
            all.append(all.isEmpty() ? "|" : "\n|");
            for (int column = 0; column < columns; column++) {
                String cell = column < cells.size() ? cells.get(column) : "";
                all.append(' ').append(Inline.escaped(cell)).append(" |");
            }
            if (cells == rows.getFirst()) {
                all.append("\n|").append(" --- |".repeat(columns));
            }
        }
        return all.toString();
    }
}
