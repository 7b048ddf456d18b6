package rounds.web.library;

import rounds.community.Community;
import rounds.library.ProposedWords;
import rounds.library.Resource;
import rounds.web.page.Filled;

import java.util.List;

/// What the owner of a resource wants to be said of it, beside what is said now.
///
/// @param changes what differs
/// @param own whether the viewer wants it
public record WordsPage(
        Community community,
        Resource resource,
        ProposedWords words,
        List<Rewritten> changes,
        boolean own,
        Filled filled) {

    WordsPage with(List<Rewritten> compared) {
        return new WordsPage(community, resource, words, compared, own, filled);
    }
}
