package rounds.search;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what stands between two parentheses, or the whole of what somebody typed. Every character
/// is harmless: what is not a whole phrase, a minus directly before a word, a word that ends in an
/// asterisk, or an `OR` (`OU`) between two words is plain text, and parentheses are signs like any
/// other where they hold no `OR`, so that a question pasted from a mail is just its words.
final class QueryLevel {
    /// Shorter beginnings fit too many words.
    static final int SHORTEST_BEGINNING = 3;

    /// What is nested deeper is read as plain words.
    private static final int DEEPEST = 8;

    /// In a longer text of nothing but capitals an `OR` is a word like any other.
    private static final int LONGEST_IN_CAPITALS = 40;

    private static final Set<String> OR = Set.of("OR", "OU");

    private static final Pattern ANY_OR = Pattern.compile("(?<!\\S)O[RU](?!\\S)");

    private static final Pattern BEGINNING =
            Pattern.compile("([\\p{L}\\p{N}\\p{M}]{" + SHORTEST_BEGINNING + ",})\\*");

    private final String text;
    private final int depth;
    private final Narrows narrows;
    private final List<List<Clause>> choices = new ArrayList<>();
    private final boolean mayChoose;
    private int place;

    /// What narrows the whole query.
    interface Narrows {
        /// @param minus hits may not have what it says
        /// @return false where the piece is none of it
        boolean take(String piece, boolean minus);
    }

    private QueryLevel(String text, int depth, boolean mayChoose, Narrows narrows) {
        this.text = text;
        this.depth = depth;
        this.mayChoose = mayChoose;
        this.narrows = narrows;
        choices.add(new ArrayList<>());
    }

    /// What is wanted, in the order it was written: several lists where there is a choice between
    /// them, none of them empty; one list, maybe empty, where there is none.
    ///
    /// @param narrows takes what narrows the whole query
    static List<List<Clause>> read(String text, Narrows narrows) {
        boolean shouted = text.length() > LONGEST_IN_CAPITALS && text.equals(upper(text));
        return new QueryLevel(text, 0, !shouted, narrows).choices();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private List<List<Clause>> choices() {
        while (place < text.length()) {
            if (isBlank(text.charAt(place))) {
                place++;
            } else {
                readOne();
            }
        }
        if (choices.size() > 1 && choices.getLast().isEmpty()) {
            choices.removeLast();
        }
        return choices;
    }

    private void readOne() {
        boolean minus = text.charAt(place) == '-' && startsWanted(place + 1);
        int start = minus ? place + 1 : place;
        Clause enclosed = phraseAt(start);
        if (enclosed == null) {
            enclosed = groupAt(start);
        }
        if (enclosed != null) {
            add(enclosed, minus);
            return;
        }
        String piece = pieceAt(start);
        if (isOr(piece, minus)) {
            choices.add(new ArrayList<>());
            return;
        }
        if (narrows.take(piece, minus)) {
            return;
        }
        Matcher begun = BEGINNING.matcher(piece);
        if (begun.matches()) {
            add(new Clause.Begun(begun.group(1)), minus);
        } else if (minus) {
            addUnwanted(piece);
        } else {
            Words.of(piece).forEach(word -> add(new Clause.Word(word), false));
        }
    }

    private void addUnwanted(String piece) {
        if (!Words.of(piece).isEmpty()) {
            add(new Clause.Phrase(piece), true);
        }
    }

    private void add(Clause wanted, boolean minus) {
        choices.getLast().add(minus ? new Clause.Not(wanted) : wanted);
    }

    /// Only between two things that can be chosen between: an OR can be an operating room, too.
    private boolean isOr(String piece, boolean minus) {
        return mayChoose
                && !minus
                && OR.contains(piece)
                && !choices.getLast().isEmpty()
                && !text.substring(place).isBlank();
    }

    /// `-5` is a number and `--` a dash; a minus takes away only words, phrases and groups.
    private boolean startsWanted(int at) {
        return at < text.length()
                && (Character.isLetter(text.codePointAt(at))
                        || text.charAt(at) == '('
                        || closing(text.charAt(at)) != 0);
    }

    /// The phrase that opens here, its marks left out; null where none opens or none closes it.
    private @Nullable Clause phraseAt(int start) {
        if (start >= text.length()) {
            return null;
        }
        char closing = closing(text.charAt(start));
        int end = closing == 0 ? -1 : text.indexOf(closing, start + 1);
        if (end < 0 || Words.of(text.substring(start + 1, end)).isEmpty()) {
            return null;
        }
        place = end + 1;
        return new Clause.Phrase(text.substring(start + 1, end).strip());
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '"' -> '"';
            case '\u201c', '\u201e' -> '\u201d';
            case '\u00ab' -> '\u00bb';
            default -> 0;
        };
    }

    /// What stands in the parentheses that open here; null where none open, none close, or there is
    /// nothing in them to choose between and nothing to take away.
    private @Nullable Clause groupAt(int start) {
        if (start >= text.length() || text.charAt(start) != '(' || depth >= DEEPEST) {
            return null;
        }
        int end = closingParenthesis(start);
        if (end < 0) {
            return null;
        }
        String inside = text.substring(start + 1, end);
        boolean unwanted = start > place && !Words.of(inside).isEmpty();
        if (!unwanted && !(mayChoose && ANY_OR.matcher(inside).find())) {
            return null;
        }
        place = end + 1;
        return oneOf(new QueryLevel(inside, depth + 1, mayChoose, (_, _) -> false).choices());
    }

    private int closingParenthesis(int opening) {
        int open = 0;
        for (int at = opening; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(') {
                open++;
            } else if (c == ')' && --open == 0) {
                return at;
            }
        }
        return -1;
    }

    /// The choice between these.
    static Clause oneOf(List<List<Clause>> choices) {
        List<Clause> all = choices.stream().map(QueryLevel::allOf).toList();
        return all.size() == 1 ? all.getFirst() : new Clause.Any(all);
    }

    private static Clause allOf(List<Clause> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Clause.All(List.copyOf(parts));
    }

    /// Up to the next blank; blanks within `tag:"…"` belong to it.
    private String pieceAt(int start) {
        int end = start;
        boolean quoted = false;
        while (end < text.length() && (quoted || !isBlank(text.charAt(end)))) {
            if (text.charAt(end) == '"' && end > start) {
                quoted = !quoted && text.charAt(end - 1) == ':' && text.indexOf('"', end + 1) > 0;
            }
            end++;
        }
        place = end;
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
