package rounds.web.cases;

import rounds.cases.CaseHistory;
import rounds.community.Community;

import java.util.List;

/// What a story said before.
///
/// @param changes what the shown revision says otherwise than the one before it
/// @param sinceRead whether it is compared with what its second reader read, instead
public record RevisionsPage(
        Community community, CaseHistory history, List<Changed> changes, boolean sinceRead) {

    RevisionsPage compared() {
        return new RevisionsPage(
                community, history, Changed.between(history.before(), history.after()), sinceRead);
    }
}
