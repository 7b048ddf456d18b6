package rounds.search;

import rounds.search.Marker.Mark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A run of signs within a text, folded as the index folds it, with where each piece stands in the
/// text: what is looked for is found in it letter by letter, as the index finds it.
///
/// @param places where each character of the folded run begins in the text
/// @param ends where it ends there
/// @param end of the run in the text
record SignRun(String folded, int[] places, int[] ends, int end) {

    /// The run that begins here.
    static SignRun of(String text, int start, int limit) {
        var folded = new StringBuilder();
        var places = new ArrayList<Integer>();
        var ends = new ArrayList<Integer>();
        int at = start;
        while (at < limit) {
            int next = signEnd(text, at, limit);
            if (next == at) {
                int further = afterBlanks(text, at, limit);
                if (further == at) {
                    break;
                }
                at = further;
                continue;
            }
            String sign = AccentFilter.folded(text.substring(at, next));
            for (int i = 0; i < sign.length(); i++) {
                places.add(at);
                ends.add(next);
            }
            folded.append(sign);
            at = next;
        }
        return new SignRun(folded.toString(), array(places), array(ends), at);
    }

    /// The end of the sign that stands here with the marks that belong to it; the same where none
    /// stands.
    private static int signEnd(String text, int at, int limit) {
        int sign = text.codePointAt(at);
        if (Writing.of(sign) != Writing.SIGNS) {
            return at;
        }
        int end = at + Character.charCount(sign);
        while (end < limit && isMark(text.charAt(end))) {
            end++;
        }
        return Math.min(end, limit);
    }

    /// Voiced marks, and the second and third letters of Korean syllables that are written in
    /// parts.
    private static boolean isMark(char c) {
        return c == '\uff9e'
                || c == '\uff9f'
                || (c >= '\u1160' && c <= '\u11ff')
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /// Where the run goes on behind blanks that tell nothing; the same where it does not.
    private static int afterBlanks(String text, int at, int limit) {
        int next = at;
        while (next < limit
                && (Character.isWhitespace(text.charAt(next))
                        || Character.isSpaceChar(text.charAt(next)))) {
            next++;
        }
        return next < limit
                        && Writing.isClosed(text.codePointBefore(at))
                        && Writing.isClosed(text.codePointAt(next))
                ? next
                : at;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Where these stand, those that overlap as one.
    ///
    /// @param wanted folded; what is empty stands nowhere
    List<Mark> marks(List<String> wanted) {
        var found = new ArrayList<Mark>();
        for (int i = 0; i < wanted.size(); i++) {
            String word = wanted.get(i);
            int at = word.isEmpty() ? -1 : folded.indexOf(word);
            while (at >= 0) {
                found.add(new Mark(places[at], ends[at + word.length() - 1], List.of(i)));
                at = folded.indexOf(word, at + 1);
            }
        }
        found.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::end));
        var apart = new ArrayList<Mark>();
        for (Mark mark : found) {
            if (!apart.isEmpty() && mark.start() < apart.getLast().end()) {
                apart.add(apart.removeLast().with(mark));
            } else {
                apart.add(mark);
            }
        }
        return apart;
    }
}
