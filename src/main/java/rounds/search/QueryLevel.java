package rounds.search;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what stands between two parentheses, or the whole of what somebody typed. Every character
/// is harmless: what is not a whole phrase, a minus directly before a word, a word that ends in an
/// asterisk, a known operator with its value, or an `OR` (`OU`) between two of these is plain text.
/// Parentheses without an `OR` mean nothing, so that a question pasted from a mail is just its
/// words.
final class QueryLevel {
    /// Shorter beginnings fit too many words.
    static final int SHORTEST_BEGINNING = 3;

    /// What is nested deeper is read as plain words.
    private static final int DEEPEST = 8;

    /// In a longer text of nothing but capitals an `OR` is a word like any other.
    private static final int LONGEST_IN_CAPITALS = 40;

    /// What was not understood is not chosen between, either.
    private static final Clause NOTHING = new Clause.All(List.of());

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
    private boolean joins;
    private boolean skipped;

    /// What narrows the whole query.
    interface Narrows {
        /// @param minus hits may not have what it says
        /// @return null where the piece is none of it
        Clause.@Nullable Narrowed read(String piece, boolean minus);

        /// Whether the piece is one.
        boolean isOne(String piece);
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
        if (enclosed == null && startsPlain(start)) {
            return;
        }
        if (enclosed == null) {
            enclosed = groupAt(start);
        }
        if (enclosed != null) {
            add(enclosed, minus);
            return;
        }
        String piece = pieceAt(start);
        if (mayChoose && OR.contains(piece) && (skipped || endsNarrowing())) {
            return;
        }
        skipped = false;
        if (isOr(piece, minus)) {
            joins = isNarrowing(choices.getLast().getLast()) && narrows.isOne(nextPiece());
            if (!joins) {
                choices.add(new ArrayList<>());
            }
            return;
        }
        Clause.Narrowed narrowed = narrows.read(piece, minus);
        if (narrowed != null) {
            narrow(narrowed, minus);
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

    /// An `OR` between two that narrow binds closer than any other.
    private void narrow(Clause.Narrowed narrowed, boolean minus) {
        List<Clause> here = choices.getLast();
        if (joins && !narrowed.isNothing()) {
            Clause before = here.removeLast();
            List<Clause> several =
                    before instanceof Clause.Any(List<Clause> all) ? all : List.of(before);
            here.add(new Clause.Any(Stream.concat(several.stream(), Stream.of(narrowed)).toList()));
        } else {
            add(narrowed.isNothing() ? NOTHING : narrowed, minus);
        }
        joins = false;
    }

    /// Somebody is about to type what else it may be.
    private boolean endsNarrowing() {
        List<Clause> here = choices.getLast();
        return text.substring(place).isBlank() && !here.isEmpty() && isNarrowing(here.getLast());
    }

    /// Whether it narrows, and does nothing else.
    static boolean isNarrowing(Clause clause) {
        return !(clause instanceof Clause.Not) && clause.narrowsOnly();
    }

    private String nextPiece() {
        int at = place;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        int before = place;
        String next = pieceAt(at);
        place = before;
        return next;
    }

    private void addUnwanted(String piece) {
        if (!Words.of(piece).isEmpty()) {
            add(new Clause.Phrase(piece), true);
        }
    }

    private void add(Clause wanted, boolean minus) {
        if (wanted.equals(NOTHING)) {
            skipped = true;
            return;
        }
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

    /// Parentheses around nothing to choose between are none: what stands in them is read as if it
    /// stood alone; but beside an `OR` what narrows in them narrows only that side.
    private boolean startsPlain(int start) {
        if (start > place
                || start >= text.length()
                || text.charAt(start) != '('
                || depth >= DEEPEST) {
            return false;
        }
        int end = closingParenthesis(start);
        String inside = end < 0 ? "" : text.substring(start + 1, end);
        // A "(-ve)" takes nothing away.
        boolean signed = inside.startsWith("-");
        if (end < 0 || signed || (mayChoose && ANY_OR.matcher(inside).find())) {
            return false;
        }
        place = end + 1;
        List<Clause> parts =
                new QueryLevel(inside, depth + 1, mayChoose, narrows).choices().getFirst();
        boolean together =
                parts.stream().anyMatch(QueryLevel::isNarrowing)
                        && !parts.stream().allMatch(QueryLevel::isNarrowing);
        if (together && isBesideOr()) {
            choices.getLast().add(allOf(parts));
        } else {
            choices.getLast().addAll(parts);
        }
        return true;
    }

    private boolean isBesideOr() {
        return mayChoose
                && ((choices.size() > 1 && choices.getLast().isEmpty())
                        || OR.contains(nextPiece()));
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
        List<List<Clause>> read = new QueryLevel(inside, depth + 1, mayChoose, narrows).choices();
        return oneOf(read.stream().filter(parts -> !parts.isEmpty()).toList());
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
        return switch (all.size()) {
            case 0 -> NOTHING;
            case 1 -> all.getFirst();
            default -> new Clause.Any(all);
        };
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
