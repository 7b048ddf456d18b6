package rounds.web.search;

import org.jspecify.annotations.Nullable;

import rounds.community.Colleague;
import rounds.community.Colleagues;
import rounds.community.PeopleAsked;

import java.util.List;

/// People who were looked for.
///
/// @param count of all that were found, at most [Colleagues#MOST_FOUND]
/// @param next the address of the next page, or null on the last
public record PeopleFoundPage(
        PeopleAsked asked, int count, List<Colleague> people, @Nullable String next) {

    /// There may be more than can be counted.
    public boolean many() {
        return count >= Colleagues.MOST_FOUND;
    }
}
