package rounds.platform.markdown;

/// What laying out a text can cost at worst, found in one pass over it before it is parsed. A
// parser
/// pairs marks within a stretch of lines without a blank one, so its time grows with the square of
/// the marks there; each `<` makes it look for a `>` through the rest of the stretch; and each row
// of
/// a table is filled up to the number of columns of its head.
///
/// @param length characters
/// @param steps of the parser, at worst; 10⁸ take about 0.1 s
/// @param cells of tables, at worst
record Tangle(int length, long steps, long cells) {

    /// No text by people comes near: ten thousand marks without a blank line, a table of 20 columns
    /// and 5,000 rows.
    boolean isRefused() {
        return steps > 100_000_000 || cells > 100_000;
    }

    /// Cannot take long nor need a deep stack (at most 600 marks nest), as nearly all posts.
    boolean isQuick() {
        return length <= 8_000 && steps <= 400_000 && cells <= 10_000;
    }

    static Tangle of(String source) {
        return new Scan().over(source);
    }

    private static final class Scan {
        private long steps;
        private long length;
        private long marks;
        private long angles;
        private long lines;
        private long widest;
        private long bars;
        private boolean dashes;
        private boolean blank = true;

        Tangle over(String source) {
            for (int i = 0; i < source.length(); i++) {
                char c = source.charAt(i);
                if (c == '\n') {
                    endLine();
                } else {
                    take(c);
                }
            }
            endLine();
            endStretch();
            return new Tangle(source.length(), steps, widest * lines);
        }

        private void take(char c) {
            length++;
            blank &= c == ' ' || c == '\t';
            switch (c) {
                case '<' -> angles++;
                case '*', '_', '~', '[', ']', '(', '`', '!', '&' -> marks++;
                case '|' -> bars++;
                case '-' -> dashes = true;
                default -> {}
            }
        }

        private void endLine() {
            if (blank) {
                endStretch();
            }
            if (dashes) {
                widest = Math.max(widest, bars + 1);
            }
            lines++;
            marks++;
            bars = 0;
            dashes = false;
            blank = true;
        }

        private void endStretch() {
            steps += marks * marks + angles * length;
            length = 0;
            marks = 0;
            angles = 0;
        }
    }
}
