package rounds.search;

import org.jspecify.annotations.Nullable;

/// The text of a query, taken apart from its beginning to its end: phrases, what stands in
/// parentheses, and pieces between blanks.
final class QueryText {
    private final String text;
    private int place;

    QueryText(String text) {
        this.text = text;
    }

    /// Whether anything is left; blanks are not.
    boolean hasMore() {
        while (place < text.length() && isBlank(text.charAt(place))) {
            place++;
        }
        return place < text.length();
    }

    /// Passes a minus that takes away what follows: `-5` is a number and `--` a dash, and only
    /// words, phrases and groups are taken away.
    boolean passesMinus() {
        if (text.charAt(place) != '-' || !startsWanted(place + 1)) {
            return false;
        }
        place++;
        return true;
    }

    private boolean startsWanted(int at) {
        return at < text.length()
                && (Character.isLetter(text.codePointAt(at))
                        || text.charAt(at) == '('
                        || closing(text.charAt(at)) != 0);
    }

    /// Takes the phrase that opens here, its marks left out; null where none opens or none closes
    /// it.
    @Nullable String phrase() {
        char closing = closing(text.charAt(place));
        int end = closing == 0 ? -1 : text.indexOf(closing, place + 1);
        if (end < 0 || Words.of(text.substring(place + 1, end)).isEmpty()) {
            return null;
        }
        String words = text.substring(place + 1, end).strip();
        place = end + 1;
        return words;
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '"' -> '"';
            case '\u201c', '\u201e' -> '\u201d';
            case '\u00ab' -> '\u00bb';
            default -> 0;
        };
    }

    /// What stands in the parentheses that open here; null where none open or none close.
    @Nullable String group() {
        int end = text.charAt(place) == '(' ? closingParenthesis() : -1;
        return end < 0 ? null : text.substring(place + 1, end);
    }

    private int closingParenthesis() {
        int open = 0;
        for (int at = place; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(') {
                open++;
            } else if (c == ')' && --open == 0) {
                return at;
            }
        }
        return -1;
    }

    /// Passes what [#group] told.
    void pass(String group) {
        place += group.length() + 2;
    }

    /// Takes all up to the next blank; blanks within `tag:"…"` belong to it.
    String piece() {
        int end = place;
        boolean quoted = false;
        while (end < text.length() && (quoted || !isBlank(text.charAt(end)))) {
            if (text.charAt(end) == '"' && end > place) {
                quoted = !quoted && text.charAt(end - 1) == ':' && text.indexOf('"', end + 1) > 0;
            }
            end++;
        }
        String piece = text.substring(place, end);
        place = end;
        return piece;
    }

    /// What [#piece] would take behind the blanks that follow.
    String next() {
        int before = place;
        String next = hasMore() ? piece() : "";
        place = before;
        return next;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
