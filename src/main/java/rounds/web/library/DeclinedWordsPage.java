package rounds.web.library;

import rounds.community.Community;
import rounds.library.DeclinedWords;
import rounds.library.Resource;

import java.util.List;

/// Words that were not taken, beside what is said of the resource now, for who wrote them.
///
/// @param changes what differs
public record DeclinedWordsPage(
        Community community, Resource resource, DeclinedWords declined, List<Rewritten> changes) {

    DeclinedWordsPage with(List<Rewritten> compared) {
        return new DeclinedWordsPage(community, resource, declined, compared);
    }
}
