package rounds.platform.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts together what two people made of one text: what only one of them changed stands as she
/// changed it. First whole lines are looked at, then the words of lines that both changed.
public final class Merge {
    /// Comparing takes time with the product of both lengths; beyond this nothing is put together.
    private static final long MOST_PAIRS = 16_000_000;

    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]+\\s*|[^\\p{L}\\p{M}\\p{N}'’\\s]\\s*|\\s+");

    /// Pieces of one text that became others.
    ///
    /// @param from the first of them, `to` the first behind them
    private record Change(int from, int to, List<String> now) {

        /// Two changes at one place, or side by side, are about the same words.
        boolean meets(Change other) {
            return from <= other.to && other.from <= to;
        }
    }

    /// Costs as much as two comparisons: not inside a transaction.
    ///
    /// @param base from which both went on
    /// @return empty where both changed the same words, each in her own way
    public static Optional<String> of(String base, String one, String other) {
        return of(LINE, base, one, other, Merge::words);
    }

    /// The same, where nobody decides: at each place that both changed in their own ways, what one
    /// made of it stands before what the other did, so that nothing of either is missing.
    public static String keepingBoth(String base, String one, String other) {
        // In whole lines, what is added below the last one changes no line.
        return of(
                        LINE,
                        lines(base),
                        lines(one),
                        lines(other),
                        (piece, both) ->
                                Optional.of(
                                        words(piece, both).orElseGet(() -> String.join("", both))))
                .orElseGet(() -> lines(one) + "\n" + lines(other));
    }

    private static String lines(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static Optional<String> words(String base, List<String> both) {
        return of(WORD, base, both.getFirst(), both.getLast(), (_, _) -> Optional.empty());
    }

    private static Optional<String> of(
            Pattern piece,
            String base,
            String one,
            String other,
            BiFunction<String, List<String>, Optional<String>> met) {
        if (one.equals(other) || other.equals(base)) {
            return Optional.of(one);
        }
        if (one.equals(base)) {
            return Optional.of(other);
        }
        List<String> pieces = pieces(piece, base);
        List<String> ones = pieces(piece, one);
        List<String> others = pieces(piece, other);
        if ((long) pieces.size() * Math.max(ones.size(), others.size()) > MOST_PAIRS) {
            return Optional.empty();
        }
        return put(pieces, changes(pieces, ones), changes(pieces, others), met);
    }

    private static Optional<String> put(
            List<String> base,
            List<Change> ones,
            List<Change> others,
            BiFunction<String, List<String>, Optional<String>> met) {
        var text = new StringBuilder();
        int done = 0;
        int i = 0;
        int j = 0;
        while (i < ones.size() || j < others.size()) {
            int from = Integer.MAX_VALUE;
            int to = -1;
            var here = new ArrayList<Change>();
            var there = new ArrayList<Change>();
            boolean first =
                    j == others.size()
                            || (i < ones.size() && ones.get(i).from <= others.get(j).from);
            Change next = first ? ones.get(i) : others.get(j);
            from = next.from;
            to = next.to;
            // All that hangs together on both sides is one place.
            boolean more = true;
            while (more) {
                more = false;
                var place = new Change(from, to, List.of());
                if (i < ones.size() && ones.get(i).meets(place)) {
                    to = Math.max(to, ones.get(i).to);
                    here.add(ones.get(i++));
                    more = true;
                }
                if (j < others.size() && others.get(j).meets(new Change(from, to, List.of()))) {
                    to = Math.max(to, others.get(j).to);
                    there.add(others.get(j++));
                    more = true;
                }
            }
            text.append(String.join("", base.subList(done, from)));
            String hers = applied(base, from, to, here);
            String theirs = applied(base, from, to, there);
            if (there.isEmpty() || hers.equals(theirs)) {
                text.append(hers);
            } else if (here.isEmpty()) {
                text.append(theirs);
            } else {
                Optional<String> both =
                        met.apply(String.join("", base.subList(from, to)), List.of(hers, theirs));
                if (both.isEmpty()) {
                    return Optional.empty();
                }
                text.append(both.get());
            }
            done = to;
        }
        text.append(String.join("", base.subList(done, base.size())));
        return Optional.of(text.toString());
    }

    private static String applied(List<String> base, int from, int to, List<Change> changes) {
        var text = new StringBuilder();
        int done = from;
        for (Change change : changes) {
            text.append(String.join("", base.subList(done, change.from)));
            text.append(String.join("", change.now));
            done = change.to;
        }
        return text.append(String.join("", base.subList(done, to))).toString();
    }

    private static List<Change> changes(List<String> base, List<String> text) {
        var changes = new ArrayList<Change>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(base, text, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            int from = delta.getSource().getPosition();
            changes.add(
                    new Change(
                            from,
                            from + delta.getSource().size(),
                            List.copyOf(delta.getTarget().getLines())));
        }
        return changes;
    }

    private static List<String> pieces(Pattern pattern, String text) {
        var pieces = new ArrayList<String>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }

    private Merge() {}
}
