package rounds.platform.documents;

import org.apache.pdfbox.text.TextPosition;

import java.util.ArrayList;
import java.util.List;

/// Finds the title of a document that does not tell it: the largest words of its first page, as far
/// as they stand together and are larger than the others.
final class LargestWords {
    private static final float LARGER = 1.15f;
    private static final float SAME = 0.5f;
    private static final int MOST_LINES = 400;
    private static final int FEWEST_LETTERS = 4;
    private static final int LONGEST = 300;

    private final List<Line> lines = new ArrayList<>();

    /// @param size of its letters, in points
    private record Line(float size, String words) {}

    void add(String text, List<TextPosition> letters) {
        if (letters.isEmpty() || text.isBlank() || lines.size() == MOST_LINES) {
            return;
        }
        float size = letters.getFirst().getFontSizeInPt();
        Line last = lines.isEmpty() ? null : lines.getLast();
        if (last != null && Math.abs(last.size - size) < SAME) {
            lines.removeLast();
            lines.add(new Line(size, last.words + ' ' + text));
        } else {
            lines.add(new Line(size, text));
        }
    }

    /// Empty, where no words stand out.
    String words() {
        Line largest = new Line(0, "");
        for (Line line : lines) {
            boolean letters =
                    line.words.chars().filter(Character::isLetter).count() >= FEWEST_LETTERS;
            if (letters && line.size > largest.size + SAME) {
                largest = line;
            }
        }
        boolean title = largest.size > LARGER * usual() && largest.words.length() <= LONGEST;
        return title ? largest.words.replaceAll("\\s+", " ").strip() : "";
    }

    /// The size of most letters.
    private float usual() {
        float usual = 0;
        int most = 0;
        for (Line line : lines) {
            int letters = 0;
            for (Line other : lines) {
                letters += Math.abs(other.size - line.size) < SAME ? other.words.length() : 0;
            }
            if (letters > most) {
                most = letters;
                usual = line.size;
            }
        }
        return usual;
    }
}
