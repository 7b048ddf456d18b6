package rounds.platform.difference;

import java.util.ArrayList;
import java.util.List;

/// A place where words were changed, with those before it that stayed.
///
/// @param kept what stayed before it
record Alteration(StringBuilder kept, StringBuilder removed, StringBuilder added) {

    private static Alteration behind(String kept) {
        return new Alteration(new StringBuilder(kept), new StringBuilder(), new StringBuilder());
    }

    /// The same difference, without words that stayed only by chance: where a sentence was turned
    /// round, a few of them between two larger changes make it hard to read what was there before
    /// and what is there now. Such a stretch becomes one change.
    static List<Segment> legible(List<Segment> segments) {
        var places = new ArrayList<Alteration>();
        places.add(behind(""));
        for (Segment segment : segments) {
            switch (segment.change()) {
                case SAME -> places.add(behind(segment.text()));
                case REMOVED -> places.getLast().removed.append(segment.text());
                case ADDED -> places.getLast().added.append(segment.text());
            }
        }
        var legible = new ArrayList<Alteration>();
        for (Alteration place : places) {
            if (!legible.isEmpty() && place.isOneWith(legible.getLast())) {
                legible.getLast().take(place);
            } else {
                legible.add(place);
            }
        }
        return legible.stream().flatMap(place -> place.segments().stream()).toList();
    }

    /// Whether less stayed between them than was changed in each; never from one line to the next.
    private boolean isOneWith(Alteration before) {
        return kept.indexOf("\n") < 0 && kept.length() < Math.min(before.letters(), letters());
    }

    private int letters() {
        return Math.max(removed.length(), added.length());
    }

    private void take(Alteration next) {
        removed.append(next.kept).append(next.removed);
        added.append(next.kept).append(next.added);
    }

    /// Without the words with which both begin and end: a word has the blanks behind it with it,
    /// and stands without them at the end of a line.
    private List<Segment> segments() {
        String before = removed.toString();
        String after = added.toString();
        int begin = alike(before, after);
        int end =
                alike(
                        new StringBuilder(before.substring(begin)).reverse().toString(),
                        new StringBuilder(after.substring(begin)).reverse().toString());
        return List.of(
                Segment.same(kept + before.substring(0, begin)),
                Segment.removed(before.substring(begin, before.length() - end)),
                Segment.added(after.substring(begin, after.length() - end)),
                Segment.same(before.substring(before.length() - end)));
    }

    /// How much of their beginnings is the same, in whole words; 0 where that is no word at all.
    private static int alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int length = 0;
        while (length < shorter && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        while (length > 0 && (isInside(one, length) || isInside(other, length))) {
            length--;
        }
        boolean words = one.substring(0, length).chars().anyMatch(Character::isLetterOrDigit);
        return words ? length : 0;
    }

    private static boolean isInside(String text, int at) {
        return at < text.length() && isOfWord(text.charAt(at - 1)) && isOfWord(text.charAt(at));
    }

    /// Letters of which a text holds two parts, and marks upon letters, among them.
    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter)
                || letter == '\''
                || letter == '’'
                || Character.isSurrogate(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
