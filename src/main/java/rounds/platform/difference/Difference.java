package rounds.platform.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What changed between two texts, word by word: first the lines are compared, then the words of
/// those that differ.
public final class Difference {
    /// Comparing takes time with the product of both lengths; what is left when so much of it is
    /// spent counts as changed, so that no two texts take longer than a moment.
    private static final long MOST_PAIRS = 16_000_000;

    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");

    /// With the blanks behind it, so that two changed words beside each other are one change.
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]+\\s*|[^\\p{L}\\p{M}\\p{N}'’\\s]\\s*|\\s+");

    private final List<Segment> segments = new ArrayList<>();
    private long pairsLeft = MOST_PAIRS;

    public static List<Segment> between(String before, String after) {
        var difference = new Difference();
        difference.compare(pieces(LINE, before), pieces(LINE, after), difference::compareWords);
        return List.copyOf(difference.segments);
    }

    private void compareWords(String before, String after) {
        var words = new Difference();
        words.pairsLeft = pairsLeft;
        words.compare(
                pieces(WORD, before),
                pieces(WORD, after),
                (removed, added) -> {
                    words.add(Segment.removed(removed));
                    words.add(Segment.added(added));
                });
        pairsLeft = words.pairsLeft;
        Alteration.legible(words.segments).forEach(this::add);
    }

    /// What both begin and end with is not looked at again.
    private void compare(
            List<String> before, List<String> after, BiConsumer<String, String> changed) {
        int shorter = Math.min(before.size(), after.size());
        int begin = 0;
        while (begin < shorter && before.get(begin).equals(after.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        add(Segment.same(String.join("", before.subList(0, begin))));
        compareMiddles(
                before.subList(begin, before.size() - end),
                after.subList(begin, after.size() - end),
                changed);
        add(Segment.same(String.join("", before.subList(before.size() - end, before.size()))));
    }

    private void compareMiddles(
            List<String> before, List<String> after, BiConsumer<String, String> changed) {
        long pairs = (long) before.size() * after.size();
        if (pairs > pairsLeft) {
            add(Segment.removed(String.join("", before)));
            add(Segment.added(String.join("", after)));
            return;
        }
        pairsLeft -= pairs;
        // Numbers are compared in no time, however long and alike the pieces are.
        var numbers = new HashMap<String, Integer>();
        List<Integer> numbersBefore = numbered(before, numbers);
        List<Integer> numbersAfter = numbered(after, numbers);
        int done = 0;
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (AbstractDelta<Integer> delta :
                DiffUtils.diff(numbersBefore, numbersAfter, new MyersDiffWithLinearSpace<>())
                        .getDeltas()) {
            int start = delta.getSource().getPosition();
            // What is removed and added at one place comes as two.
            if (start > done) {
                accept(changed, removed, added);
                add(Segment.same(String.join("", before.subList(done, start))));
            }
            int there = delta.getTarget().getPosition();
            done = start + delta.getSource().size();
            before.subList(start, done).forEach(removed::append);
            after.subList(there, there + delta.getTarget().size()).forEach(added::append);
        }
        accept(changed, removed, added);
        add(Segment.same(String.join("", before.subList(done, before.size()))));
    }

    private static List<Integer> numbered(List<String> pieces, Map<String, Integer> numbers) {
        return pieces.stream()
                .map(piece -> numbers.computeIfAbsent(piece, _ -> numbers.size()))
                .toList();
    }

    private static void accept(
            BiConsumer<String, String> changed, StringBuilder removed, StringBuilder added) {
        if (!removed.isEmpty() || !added.isEmpty()) {
            changed.accept(removed.toString(), added.toString());
            removed.setLength(0);
            added.setLength(0);
        }
    }

    /// Joined with the one before where both say the same of their text.
    private void add(Segment segment) {
        if (segment.text().isEmpty()) {
            return;
        }
        if (!segments.isEmpty() && segments.getLast().change() == segment.change()) {
            String joined = segments.removeLast().text() + segment.text();
            segments.add(new Segment(segment.change(), joined));
            return;
        }
        segments.add(segment);
    }

    private static List<String> pieces(Pattern pattern, String text) {
        var pieces = new ArrayList<String>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            pieces.add(matcher.group());
        }
        return pieces;
    }
}
