package rounds.forum;

import rounds.kernel.ProblemException;

import java.util.ArrayList;
import java.util.List;

/// The path of a post in the tree (see the table `post`), and its shorter form in addresses: the
/// numbers of the ancestors and its own, joined by dots.
final class TreePath {
    static final String OPENING = "0000001";

    /// Above every path.
    static final String END = "g";

    private static final int STEP = 7;

    /// The cursor behind every number.
    static final String AFTER_ALL = Integer.toString(0xFFFFFFF, 36);

    private static final int DEEPEST = 7;
    private static final int RADIX = 36;
    private static final int HIGHEST = 0xFFFFFFF;

    static String cursor(String path) {
        var steps = new ArrayList<String>();
        for (int i = 0; i < path.length(); i += STEP) {
            int number = Integer.parseInt(path.substring(i, i + STEP), 16);
            steps.add(Integer.toString(number, RADIX));
        }
        return String.join(".", steps);
    }

    static String path(String cursor) {
        List<String> steps = List.of(cursor.split("\\.", -1));
        if (steps.size() > DEEPEST) {
            throw unknown();
        }
        var path = new StringBuilder();
        for (String step : steps) {
            path.append(String.format("%07x", number(step)));
        }
        return path.toString();
    }

    static String ofNumber(int number) {
        return Integer.toString(number, RADIX);
    }

    /// The number of the post itself: the last step, which is all that the order in time needs.
    static int lastNumber(String cursor) {
        return number(cursor.substring(cursor.lastIndexOf('.') + 1));
    }

    private static int number(String step) {
        try {
            int number = Integer.parseInt(step, RADIX);
            if (number < 1 || number > HIGHEST) {
                throw unknown();
            }
            return number;
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.invalid("after", "list.broken-cursor");
    }

    private TreePath() {}
}
