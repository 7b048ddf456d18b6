package rounds.platform.markdown;

/// What makes the parser slow before it comes to the words, found in one pass over the text: it
/// copies a paragraph's lines at each of them, in case a table begins, and fills each row of a
/// table up to the columns of its head.
final class Tangle {

    /// Without a blank one between them; no text by people comes near. Their square is the cost.
    private static final int MOST_LINES = 10_000;

    /// With bars and dashes: each may be the one that makes a table of those above.
    private static final int MOST_TABLE_LINES = 2_000;

    /// A table of 20 columns and 5,000 rows.
    private static final long MOST_CELLS = 100_000;

    private int lines;
    private int linesTogether;
    private int mostLinesTogether;
    private int tableLines;
    private int bars;
    private int mostBars;
    private boolean dashes;
    private boolean blank = true;

    private Tangle() {}

    static boolean isIn(String source) {
        var tangle = new Tangle();
        for (int i = 0; i < source.length(); i++) {
            tangle.take(source.charAt(i));
        }
        tangle.take('\n');
        return tangle.mostLinesTogether > MOST_LINES
                || tangle.tableLines > MOST_TABLE_LINES
                || (tangle.mostBars + 1L) * tangle.lines > MOST_CELLS;
    }

    private void take(char c) {
        switch (c) {
            case '\n' -> endLine();
            case ' ', '\t' -> {}
            case '|' -> {
                bars++;
                blank = false;
            }
            case '-' -> {
                dashes = true;
                blank = false;
            }
            default -> blank = false;
        }
    }

    /// Only a line with dashes can be the one that gives a table its columns.
    private void endLine() {
        lines++;
        linesTogether = blank ? 0 : linesTogether + 1;
        mostLinesTogether = Math.max(mostLinesTogether, linesTogether);
        if (dashes) {
            mostBars = Math.max(mostBars, bars);
            tableLines += bars > 0 ? 1 : 0;
        }
        bars = 0;
        dashes = false;
        blank = true;
    }
}
