package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.library.ProposedWords;
import rounds.library.Resource;
import rounds.web.page.Filled;

import java.util.List;

/// What the owner of a resource wants to be said of it, beside what is said now.
///
/// @param changes what differs; null: not compared, the viewer has compared too much just now
/// @param own whether the viewer wants it
/// @param problem why it was not decided, a key of the messages; empty where nothing is wrong
public record WordsPage(
        Community community,
        Resource resource,
        ProposedWords words,
        @Nullable List<Rewritten> changes,
        boolean own,
        String problem,
        Filled filled) {

    WordsPage with(List<Rewritten> compared) {
        return new WordsPage(community, resource, words, compared, own, problem, filled);
    }
}
