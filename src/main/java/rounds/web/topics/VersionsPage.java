package rounds.web.topics;

import rounds.community.Community;
import rounds.platform.difference.Difference;
import rounds.platform.difference.Segment;
import rounds.topics.SummaryHistory;

import java.util.List;

/// The versions of a summary, two of them compared.
///
/// @param segments what the one that is shown says otherwise than the one before
public record VersionsPage(Community community, SummaryHistory history, List<Segment> segments) {

    VersionsPage compared() {
        return new VersionsPage(
                community,
                history,
                history.before().number() == 0
                        ? List.of(Segment.same(history.after().body()))
                        : Difference.between(history.before().body(), history.after().body()));
    }
}
