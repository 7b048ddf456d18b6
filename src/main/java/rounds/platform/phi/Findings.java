package rounds.platform.phi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;

/// What the detectors found in one reading, on the way to become one list without overlaps.
final class Findings {
    /// The surest, then the longest.
    private static final Comparator<Finding> STRONGEST =
            Comparator.comparing(Finding::certainty)
                    .thenComparing(finding -> finding.end() - finding.start())
                    .reversed()
                    .thenComparing(Finding::start);

    private final List<Finding> found = new ArrayList<>();

    void add(int start, int end, Kind kind, Certainty certainty, Suggestion suggestion) {
        found.add(new Finding(start, end, kind, certainty, suggestion));
    }

    void likely(MatchResult match, Kind kind, Suggestion suggestion) {
        add(match.start(), match.end(), kind, Certainty.LIKELY, suggestion);
    }

    /// In the order of the text, where each character belongs to one finding at most, told in
    /// places of the text that was read.
    List<Finding> settled(Reading reading) {
        found.sort(STRONGEST);
        var taken = new TreeMap<Integer, Finding>();
        for (Finding finding : found) {
            var before = taken.floorEntry(finding.start());
            var after = taken.ceilingEntry(finding.start());
            boolean free =
                    (before == null || before.getValue().end() <= finding.start())
                            && (after == null || after.getValue().start() >= finding.end());
            if (free) {
                taken.put(finding.start(), finding);
            }
        }
        return taken.values().stream()
                .map(finding ->
                        new Finding(
                                reading.startInText(finding.start()),
                                reading.endInText(finding.end()),
                                finding.kind(),
                                finding.certainty(),
                                finding.suggestion()))
                .toList();
    }
}
