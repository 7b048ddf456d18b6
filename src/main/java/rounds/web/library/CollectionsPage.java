package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.library.CollectionLists;
import rounds.library.CollectionWithin;
import rounds.library.LibraryCollection;
import rounds.web.page.Focus;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All collections of a library.
///
/// @param focus what was just moved; absent where nothing was
/// @param problem why something was not moved, a key of the messages; empty where nothing is wrong
public record CollectionsPage(
        Community community, List<CollectionWithin> list, @Nullable Focus focus, String problem) {

    public String path() {
        return "/c/" + community.slug() + "/library/collections";
    }

    /// Whether the library takes no more of them.
    public boolean full() {
        return list.stream().mapToInt(one -> 1 + one.within().size()).sum() >= CollectionLists.MOST;
    }

    /// Those that stand at the beginning of their list.
    public Set<Long> tops() {
        return ends(List::getFirst);
    }

    /// Those that stand at its end.
    public Set<Long> bottoms() {
        return ends(List::getLast);
    }

    private Set<Long> ends(Function<List<LibraryCollection>, LibraryCollection> end) {
        return Stream.concat(
                        Stream.of(list.stream().map(CollectionWithin::collection).toList()),
                        list.stream().map(CollectionWithin::within))
                .filter(beside -> !beside.isEmpty())
                .map(beside -> end.apply(beside).id())
                .collect(Collectors.toSet());
    }

    static @Nullable Focus focus(List<CollectionWithin> list, Focus.Asked asked) {
        Long moved = asked.moved();
        if (moved == null) {
            return null;
        }
        Focus among = among(list.stream().map(CollectionWithin::collection).toList(), moved, asked);
        for (CollectionWithin one : list) {
            among = among == null ? among(one.within(), moved, asked) : among;
        }
        return among;
    }

    private static @Nullable Focus among(
            List<LibraryCollection> beside, long moved, Focus.Asked asked) {
        for (int at = 0; at < beside.size(); at++) {
            if (beside.get(at).id() == moved) {
                return asked.at(moved, beside.get(at).title(), at + 1, beside.size());
            }
        }
        return null;
    }
}
