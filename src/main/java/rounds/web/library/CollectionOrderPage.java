package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.library.LibraryCollection;
import rounds.library.ResourceSummary;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The page on which curators put something into a collection, take it out, and order what stands
/// in it.
///
/// @param after the cursor of this page of the list; empty on the first
/// @param find words of titles that were looked for; empty where nothing was
/// @param found what has them and does not stand in the collection yet
/// @param focus what was just moved; absent where nothing was
/// @param problem why something was not moved, a key of the messages; empty where nothing is wrong
public record CollectionOrderPage(
        Community community,
        LibraryCollection collection,
        Slice<ResourceSummary> list,
        String after,
        String find,
        List<ResourceSummary> found,
        @Nullable Focus focus,
        String problem) {

    /// Where it is changed; the verb follows.
    public String acts() {
        return "/c/" + community.slug() + "/library/collections/" + Ids.text(collection.id()) + "/";
    }

    public @Nullable String next() {
        return list.next() == null ? null : acts() + "arrange?after=" + list.next();
    }

    /// The beginning of the list, for who is further on.
    public @Nullable String first() {
        return after.isEmpty() ? null : acts() + "arrange";
    }

    /// Beside each resource the one at which the keyboard goes on when it is taken out: the next,
    /// or behind the last the one before it.
    public Map<Long, Long> onward() {
        var onward = new HashMap<Long, Long>();
        for (int at = 0; at < list.items().size(); at++) {
            int next = at + 1 < list.items().size() ? at + 1 : Math.max(0, at - 1);
            onward.put(list.items().get(at).id(), list.items().get(next).id());
        }
        return onward;
    }
}
