package rounds.web.topics;

import rounds.community.Community;
import rounds.platform.difference.Segment;
import rounds.topics.Suggestion;
import rounds.topics.Topic;
import rounds.web.page.Filled;

import java.util.List;

/// How somebody would word a summary, beside what it said.
///
/// @param hers what she changed, word by word
/// @param since what would change now, where the summary has moved on; else empty
/// @param number of the version that stands
/// @param apart whether both changed the same words, so that they could not be put together
/// @param filled what would be taken, and what was entered
/// @param problem a message that says why nothing was done; empty: nothing went wrong
public record SuggestionPage(
        Community community,
        Topic topic,
        Suggestion suggestion,
        List<Segment> hers,
        List<Segment> since,
        int number,
        boolean apart,
        Filled filled,
        String problem) {

    public boolean isDecided() {
        return !suggestion.isWaiting();
    }
}
