package rounds.web.cases;

import rounds.cases.CaseHistory;
import rounds.community.Community;

import java.util.List;

/// What a story said before.
///
/// @param changes what the shown revision says otherwise than the one before it
public record RevisionsPage(Community community, CaseHistory history, List<Changed> changes) {

    RevisionsPage compared() {
        return new RevisionsPage(
                community, history, Changed.between(history.before(), history.after()));
    }
}
