package rounds.platform.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Values with signs between them (RFC 4180), as programs of many countries write them.
final class SeparatedValues {
    private static final char QUOTE = '"';

    private final String text;
    private final char between;
    private int at;

    private SeparatedValues(String text, char between) {
        this.text = text;
        this.between = between;
    }

    /// The sign that stands most often in the first line, between values.
    static char between(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(
                        Comparator.comparingLong(
                                sign -> first.chars().filter(letter -> letter == sign).count()))
                .orElse(',');
    }

    static List<List<String>> rows(String text, char between) {
        var values = new SeparatedValues(text, between);
        var rows = new ArrayList<List<String>>();
        while (values.at < text.length()) {
            rows.add(values.row());
        }
        return rows;
    }

    private List<String> row() {
        var row = new ArrayList<String>();
        boolean more = true;
        while (more) {
            row.add(at < text.length() && text.charAt(at) == QUOTE ? quoted() : plain());
            more = at < text.length() && text.charAt(at) == between;
            at++;
        }
        return row;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != between && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter != QUOTE) {
                value.append(letter);
            } else if (at < text.length() && text.charAt(at) == QUOTE) {
                value.append(QUOTE);
                at++;
            } else {
                break;
            }
        }
        return value + plain();
    }
}
