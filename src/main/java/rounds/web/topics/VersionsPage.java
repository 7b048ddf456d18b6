package rounds.web.topics;

import rounds.community.Community;
import rounds.platform.difference.Difference;
import rounds.platform.difference.Segment;
import rounds.platform.markdown.Markdown;
import rounds.topics.SummaryHistory;

import java.util.List;

/// The versions of a summary, two of them compared.
///
/// @param segments what the one that is shown says otherwise than the one before
public record VersionsPage(Community community, SummaryHistory history, List<Segment> segments) {

    /// As they are read; where only links or marks differ, as they were written.
    VersionsPage compared(Markdown markdown) {
        String before = read(markdown, history.before().body());
        String after = read(markdown, history.after().body());
        if (history.before().number() == 0) {
            return with(List.of(Segment.same(after)));
        }
        return with(
                before.equals(after)
                        ? Difference.between(history.before().body(), history.after().body())
                        : Difference.between(before, after));
    }

    private VersionsPage with(List<Segment> compared) {
        return new VersionsPage(community, history, compared);
    }

    /// Paragraphs stand apart.
    private static String read(Markdown markdown, String body) {
        return markdown.plainText(body).replace("\n", "\n\n");
    }
}
