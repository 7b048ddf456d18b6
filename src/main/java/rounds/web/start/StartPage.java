package rounds.web.start;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.start.Beginning;
import rounds.web.page.Filled;
import rounds.web.page.Focus;

import java.util.List;

/// What newcomers read first, and for who curates the means to arrange it.
///
/// @param focus what was just moved; absent where nothing was
/// @param problem why something was not moved, a key of the messages; empty where nothing is wrong
public record StartPage(
        Community community,
        List<Beginning> list,
        @Nullable Focus focus,
        String problem,
        Filled filled) {

    static @Nullable Focus focus(List<Beginning> list, Focus.Asked asked) {
        Long moved = asked.moved();
        for (int at = 0; at < list.size(); at++) {
            if (Long.valueOf(list.get(at).id()).equals(moved)) {
                return asked.at(
                        list.get(at).id(), list.get(at).content().title(), at + 1, list.size());
            }
        }
        return null;
    }

    public String path() {
        return "/c/" + community.slug() + "/start";
    }

    public boolean curates() {
        return community.may().contains("curate");
    }

    /// The id of the first; 0 without any.
    public long top() {
        return list.isEmpty() ? 0 : list.getFirst().id();
    }

    public long bottom() {
        return list.isEmpty() ? 0 : list.getLast().id();
    }
}
