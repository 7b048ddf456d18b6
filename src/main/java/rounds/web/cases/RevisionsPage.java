package rounds.web.cases;

import rounds.cases.CaseHistory;
import rounds.community.Community;

import java.util.List;
import java.util.function.UnaryOperator;

/// What a story said before.
///
/// @param changes what the shown revision says otherwise than the one before it
/// @param sinceRead whether it is compared with what its second reader read, instead
public record RevisionsPage(
        Community community, CaseHistory history, List<Changed> changes, boolean sinceRead) {

    /// @param read a part as it is read, without its marks
    RevisionsPage compared(UnaryOperator<String> read) {
        return new RevisionsPage(
                community,
                history,
                Changed.between(
                        history.before(),
                        history.after(),
                        // Paragraphs stand apart.
                        part -> read.apply(part).replace("\n", "\n\n")),
                sinceRead);
    }
}
