package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.library.LibraryCollection;
import rounds.library.ResourceSummary;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.page.Focus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The page on which curators put something into a collection, take it out, and order what stands
/// in it.
///
/// @param after the cursor of this page of the list; empty on the first
/// @param find words of titles that were looked for; empty where nothing was
/// @param found what has them and does not stand in the collection yet
/// @param next of what was found, at which the keyboard goes on when another was put in; 0: at the
///   first
/// @param begins whether this page of the list begins at the first of all
/// @param focus what was just moved; absent where nothing was
/// @param problem why something was not moved, a key of the messages; empty where nothing is wrong
public record CollectionOrderPage(
        Community community,
        LibraryCollection collection,
        Slice<ResourceSummary> list,
        String after,
        String find,
        List<ResourceSummary> found,
        long next,
        boolean begins,
        @Nullable Focus focus,
        String problem) {

    /// Where it is changed; the verb follows.
    public String acts() {
        return "/c/" + community.slug() + "/library/collections/" + Ids.text(collection.id()) + "/";
    }

    public @Nullable String more() {
        return list.next() == null ? null : acts() + "arrange?after=" + list.next();
    }

    /// At the beginning of all; 0: that is not on this page.
    public long top() {
        return begins && !list.items().isEmpty() ? list.items().getFirst().id() : 0;
    }

    /// At the end of all; 0: that is not on this page.
    public long bottom() {
        return list.next() == null && !list.items().isEmpty() ? list.items().getLast().id() : 0;
    }

    /// Of what was found, where the keyboard goes on when it was looked for, or when another was
    /// put in; 0: nowhere.
    public long onFound() {
        boolean elsewhere = focus != null && !focus.by().equals("put");
        if (find.isEmpty() || found.isEmpty() || elsewhere) {
            return 0;
        }
        return found.stream().anyMatch(one -> one.id() == next) ? next : found.getFirst().id();
    }

    /// Whether nothing was found, so that other words are looked for.
    public boolean looksAgain() {
        return !find.isEmpty() && found.isEmpty() && focus == null;
    }

    /// In the list the one that can be taken out next, when another was; 0: nowhere.
    public long onRemoval() {
        return focus != null && focus.by().equals("take") ? focus.id() : 0;
    }

    /// Whether somebody is about to look for something.
    public boolean looksFirst() {
        return find.isEmpty()
                ? list.items().isEmpty()
                : found.isEmpty() && focus != null && focus.by().equals("put");
    }

    /// Beside each that was found the one behind it.
    public Map<Long, Long> behind() {
        var behind = new HashMap<Long, Long>();
        for (int at = 0; at < found.size(); at++) {
            int following = at + 1 < found.size() ? at + 1 : Math.max(0, at - 1);
            behind.put(found.get(at).id(), found.get(following).id());
        }
        return behind;
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
