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

    private List<Segment> segments() {
        return List.of(
                Segment.same(kept.toString()),
                Segment.removed(removed.toString()),
                Segment.added(added.toString()));
    }
}
