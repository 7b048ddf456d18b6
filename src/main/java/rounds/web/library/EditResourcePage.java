package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.kernel.State;
import rounds.library.Details;
import rounds.library.Licence;
import rounds.library.ProposedWords;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which what is said of a resource is changed.
///
/// @param mine the viewer's words that wait, from which she goes on
/// @param problem why it was not saved, a key of the messages; empty where nothing is wrong
/// @param differs what she entered, where it differs from what is there now
public record EditResourcePage(
        Community community,
        Resource resource,
        @Nullable ProposedWords mine,
        String problem,
        List<Rewritten> differs,
        Filled filled) {

    /// With the present revision and words, so that it is saved in their place.
    EditResourcePage met(String why, List<Rewritten> compared) {
        return new EditResourcePage(
                community,
                resource,
                mine,
                why,
                compared,
                Filled.of(filled.form().with("revision", String.valueOf(resource.revision()))));
    }

    /// What she would change.
    Details now() {
        return mine == null ? resource.details() : mine.details();
    }

    /// The id of the words that she goes on from; empty where none wait.
    public String words() {
        // Those that waited were decided about meanwhile.
        if (mine == null && !problem.isEmpty()) {
            return "";
        }
        return mine == null || (filled.isRefused() && problem.isEmpty())
                ? filled.form().line("words")
                : Ids.text(mine.id());
    }

    /// Whether what is entered waits for a curator.
    public boolean waits() {
        return community.reviewResources()
                && resource.state() == State.VISIBLE
                && !resource.may().curate();
    }

    public List<String> kinds() {
        return ResourceKind.codes();
    }

    public List<String> licences() {
        return Licence.codes();
    }
}
