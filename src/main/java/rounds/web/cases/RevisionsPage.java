package rounds.web.cases;

import rounds.cases.CaseHistory;
import rounds.community.Community;
import rounds.platform.markdown.Markdown;

import java.util.List;

/// What a story said before.
///
/// @param changes what the shown revision says otherwise than the one before it
/// @param sinceRead whether it is compared with what its second reader read, instead
public record RevisionsPage(
        Community community, CaseHistory history, List<Changed> changes, boolean sinceRead) {

    RevisionsPage compared(Markdown markdown) {
        return new RevisionsPage(
                community,
                history,
                Changed.between(
                        history.before(),
                        history.after(),
                        // Paragraphs stand apart.
                        part -> markdown.plainText(part).replace("\n", "\n\n")),
                sinceRead);
    }
}
