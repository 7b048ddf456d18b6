package rounds.search;

import java.util.List;
import java.util.stream.Collectors;

/// A piece of a text, in which some words are marked. Plain text: whoever shows it escapes it.
public record Passage(List<Segment> segments) {

    /// @param marked one of the words that were asked for
    public record Segment(String text, boolean marked) {}

    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
