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

    static final Set<String> OR = Set.of("OR", "OU");

    private static final Pattern ANY_OR = Pattern.compile("(?<!\\S)O[RU](?!\\S)");

    private static final Pattern BEGINNING =
            Pattern.compile("([\\p{L}\\p{N}\\p{M}]{" + SHORTEST_BEGINNING + ",})\\*");

    private final QueryText text;
    private final int depth;
    private final Narrows narrows;
    private final List<List<Clause>> choices = new ArrayList<>();
    private final boolean mayChoose;
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
        this.text = new QueryText(text);
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
        while (text.hasMore()) {
            readOne();
        }
        if (choices.size() > 1 && choices.getLast().isEmpty()) {
            choices.removeLast();
        }
        return choices;
    }

    private void readOne() {
        boolean minus = text.passesMinus();
        String phrase = text.phrase();
        if (phrase != null) {
            add(new Clause.Phrase(phrase), minus);
        } else if (!readGroup(minus)) {
            readPiece(text.piece(), minus);
        }
    }

    private void readPiece(String piece, boolean minus) {
        if (isOr(piece, minus)) {
            choose();
            return;
        }
        Clause.Narrowed narrowed = narrows.read(piece, minus);
        Matcher begun = BEGINNING.matcher(piece);
        if (narrowed != null) {
            narrow(narrowed, minus);
        } else if (begun.matches()) {
            add(new Clause.Begun(begun.group(1)), minus);
        } else if (minus) {
            addUnwanted(piece);
        } else {
            Words.of(piece).forEach(word -> add(new Clause.Word(word), false));
        }
    }

    /// Only between two things that can be chosen between: an OR can be an operating room, too. But
    /// beside what was meant to narrow it is none.
    private boolean isOr(String piece, boolean minus) {
        List<Clause> here = choices.getLast();
        boolean between = !here.isEmpty() && !text.next().isEmpty();
        boolean besideNarrowing = skipped || (!here.isEmpty() && isNarrowing(here.getLast()));
        return mayChoose && !minus && OR.contains(piece) && (between || besideNarrowing);
    }

    /// An `OR` between two that narrow binds closer than any other.
    private void choose() {
        List<Clause> here = choices.getLast();
        String next = text.next();
        if (here.isEmpty() || next.isEmpty()) {
            return;
        }
        joins = isNarrowing(here.getLast()) && narrows.isOne(next);
        if (!joins) {
            choices.add(new ArrayList<>());
        }
    }

    private void narrow(Clause.Narrowed narrowed, boolean minus) {
        List<Clause> here = choices.getLast();
        if (joins && !narrowed.isNothing()) {
            Clause before = here.removeLast();
            List<Clause> several =
                    before instanceof Clause.Any(List<Clause> all) ? all : List.of(before);
            add(
                    new Clause.Any(Stream.concat(several.stream(), Stream.of(narrowed)).toList()),
                    false);
        } else {
            add(narrowed.isNothing() ? NOTHING : narrowed, minus);
        }
        joins = false;
    }

    /// Whether it narrows, and does nothing else.
    static boolean isNarrowing(Clause clause) {
        return !(clause instanceof Clause.Not) && clause.narrowsOnly();
    }

    private void addUnwanted(String piece) {
        if (!Words.of(piece).isEmpty()) {
            add(new Clause.Phrase(piece), true);
        }
    }

    private void add(Clause wanted, boolean minus) {
        skipped = wanted.equals(NOTHING);
        if (!skipped) {
            choices.getLast().add(minus ? new Clause.Not(wanted) : wanted);
        }
    }

    /// Reads what stands in the parentheses that open here, where any do and they mean something.
    private boolean readGroup(boolean minus) {
        String inside = depth < DEEPEST ? text.group() : null;
        if (inside == null) {
            return false;
        }
        boolean chooses = mayChoose && ANY_OR.matcher(inside).find();
        // A "(-ve)" takes nothing away.
        if (minus ? Words.of(inside).isEmpty() : !chooses && inside.startsWith("-")) {
            return false;
        }
        text.pass(inside);
        List<List<Clause>> read = new QueryLevel(inside, depth + 1, mayChoose, narrows).choices();
        if (minus || chooses) {
            add(oneOf(read.stream().filter(parts -> !parts.isEmpty()).toList()), minus);
        } else {
            addAll(read.getFirst());
        }
        return true;
    }

    /// Parentheses around nothing to choose between are none: what stands in them is read as if it
    /// stood alone; but beside an `OR` what narrows in them narrows only that side.
    private void addAll(List<Clause> parts) {
        boolean together =
                parts.stream().anyMatch(QueryLevel::isNarrowing)
                        && !parts.stream().allMatch(QueryLevel::isNarrowing);
        if (together && isBesideOr()) {
            add(allOf(parts), false);
        } else {
            choices.getLast().addAll(parts);
            skipped = parts.isEmpty();
        }
    }

    private boolean isBesideOr() {
        return mayChoose
                && ((choices.size() > 1 && choices.getLast().isEmpty())
                        || OR.contains(text.next()));
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
}
