package rounds.search;

import rounds.search.Marker.Mark;
import rounds.search.Passage.Segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts from a text the piece that shows best why it was found. Made from the row as its viewer may
/// read it: the index keeps no text.
final class Passages {
    private static final int LENGTH = 200;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private final Marker marker;

    /// @param texts the words and phrases that were asked for
    Passages(Collection<String> texts) {
        this(new Marker(texts));
    }

    Passages(Marker marker) {
        this.marker = marker;
    }

    /// All of a short text.
    Passage whole(String text, Language language) {
        return cut(text, 0, text.length(), marker.marks(text, language));
    }

    /// About 200 characters, where most of the words stand closest together.
    ///
    /// @param own what the text says without what it quotes: where none of the words stands, its
    ///   beginning is shown
    Passage best(String text, String own, Language language) {
        List<Mark> marks = marker.marks(text, language);
        if (marks.isEmpty()) {
            return cut(own, 0, endOfWord(own, Math.min(own.length(), LENGTH), 0), marks);
        }
        List<Mark> densest = densest(marks);
        int from = densest.getFirst().start();
        int until = densest.getLast().end();
        int before = Math.max(0, LENGTH - (until - from)) / 3;
        int start = startOfWord(text, Math.max(0, from - before), from);
        int end = endOfWord(text, Math.min(text.length(), start + LENGTH), until);
        return cut(text, start, end, marks);
    }

    /// The marks of the window that holds the most different words, and of those the most marks.
    private List<Mark> densest(List<Mark> marks) {
        int[] held = new int[marker.words()];
        int different = 0;
        int best = -1;
        int bestFrom = 0;
        int bestUntil = 0;
        int from = 0;
        for (int until = 0; until < marks.size(); until++) {
            if (held[marks.get(until).word()]++ == 0) {
                different++;
            }
            while (marks.get(until).end() - marks.get(from).start() > LENGTH && from < until) {
                if (--held[marks.get(from++).word()] == 0) {
                    different--;
                }
            }
            int worth = different * LENGTH + (until - from);
            if (worth > best) {
                best = worth;
                bestFrom = from;
                bestUntil = until + 1;
            }
        }
        return marks.subList(bestFrom, bestUntil);
    }

    private static int startOfWord(String text, int at, int latest) {
        int start = at;
        while (start > 0 && start < latest && !isBetween(text, start)) {
            start++;
        }
        return start;
    }

    private static int endOfWord(String text, int at, int earliest) {
        int end = Math.max(at, earliest);
        if (end >= text.length()) {
            return text.length();
        }
        int blank = end;
        while (blank > earliest && !isBetween(text, blank)) {
            blank--;
        }
        if (blank > earliest) {
            return blank;
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    /// Whether a word may end before this place: at a blank, or where none is written.
    private static boolean isBetween(String text, int at) {
        char after = text.charAt(at);
        return Character.isWhitespace(after)
                || Character.isWhitespace(text.charAt(at - 1))
                || (Writing.of(after) == Writing.SIGNS && !Character.isLowSurrogate(after));
    }

    private static Passage cut(String text, int start, int end, List<Mark> marks) {
        var segments = new ArrayList<Segment>();
        int at = start;
        if (start > 0) {
            segments.add(new Segment("… ", false));
        }
        for (Mark mark : marks) {
            if (mark.start() >= at && mark.end() <= end) {
                add(segments, text.substring(at, mark.start()), false);
                add(segments, text.substring(mark.start(), mark.end()), true);
                at = mark.end();
            }
        }
        add(segments, text.substring(at, end), false);
        if (end < text.length()) {
            segments.add(new Segment(" …", false));
        }
        return new Passage(List.copyOf(segments));
    }

    private static void add(List<Segment> segments, String text, boolean marked) {
        if (!text.isEmpty()) {
            segments.add(new Segment(BLANKS.matcher(text).replaceAll(" "), marked));
        }
    }
}
