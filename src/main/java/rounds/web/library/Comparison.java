package rounds.web.library;

import rounds.platform.difference.Segment;
import rounds.platform.difference.Segment.Change;

import java.util.ArrayList;
import java.util.List;

/// What changed between two texts, in the stretches around each change.
///
/// @param state whether they could be compared
/// @param stretches in their order; between two of them unchanged text is left out
/// @param cut whether only the beginnings were compared
public record Comparison(State state, List<List<Segment>> stretches, boolean cut) {
    /// Unchanged letters that are shown before and behind a change.
    private static final int AROUND = 300;

    public enum State {
        COMPARED,
        /// Nothing in the text changed.
        SAME,
        /// One of them has no text.
        NO_TEXT,
        /// The text of one of them is not here yet.
        WAITING,
        /// Not compared: whoever asks has compared too much just now.
        LATER
    }

    static Comparison none(State state) {
        return new Comparison(state, List.of(), false);
    }

    static Comparison of(List<Segment> segments, boolean cut) {
        boolean same = segments.stream().allMatch(segment -> segment.change() == Change.SAME);
        return same
                ? new Comparison(State.SAME, List.of(), cut)
                : new Comparison(State.COMPARED, stretches(segments), cut);
    }

    private static List<List<Segment>> stretches(List<Segment> segments) {
        var stretches = new ArrayList<List<Segment>>();
        var stretch = new ArrayList<Segment>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            String text = segment.text();
            if (segment.change() != Change.SAME || text.length() <= 3 * AROUND) {
                stretch.add(segment);
                continue;
            }
            if (i > 0) {
                stretch.add(Segment.same(text.substring(0, wordEnd(text, AROUND))));
                stretches.add(List.copyOf(stretch));
                stretch.clear();
            }
            if (i + 1 < segments.size()) {
                int from = wordEnd(text, text.length() - AROUND);
                stretch.add(Segment.same(text.substring(from)));
            }
        }
        if (!stretch.isEmpty()) {
            stretches.add(List.copyOf(stretch));
        }
        return List.copyOf(stretches);
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
