package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.kernel.Excerpt;
import rounds.kernel.Titled;
import rounds.platform.database.Ids;
import rounds.topics.ShelfEntry;
import rounds.topics.Shelved;
import rounds.topics.Topic;
import rounds.web.page.Filled;
import rounds.web.page.Focus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The page on which whoever tends a topic puts its shelf into order, and takes what belongs there.
///
/// @param alike what is like the topic and does not stand there yet
/// @param focus what was just moved; absent where nothing was
/// @param taken what was just taken off, and can be put back; absent where nothing was
/// @param problem why something was not moved, a key of the messages; empty where nothing is wrong
/// @param filled the form for what is added by its address
public record ShelfPage(
        Community community,
        Topic topic,
        Shelved shelf,
        List<Excerpt> alike,
        @Nullable Focus focus,
        @Nullable Taken taken,
        String problem,
        Filled filled) {

    /// What was taken off.
    ///
    /// @param place where it stood, from 1
    /// @param why the line that stood beside it
    public record Taken(Titled titled, int place, String why) {
        public String sign() {
            return Sign.of(titled.content());
        }
    }

    public String acts() {
        return "/focus/" + Ids.text(topic.id()) + "/shelf";
    }

    /// At the beginning; 0: nothing stands there.
    public long top() {
        return shelf.entries().isEmpty() ? 0 : shelf.entries().getFirst().id();
    }

    public long bottom() {
        return shelf.entries().isEmpty() ? 0 : shelf.entries().getLast().id();
    }

    /// In the list the one that can be taken off next, when another was; 0: nowhere.
    public long onRemoval() {
        return focus != null && focus.by().equals("take") ? focus.id() : 0;
    }

    /// How each is named in a form.
    public Map<Long, String> signs() {
        var signs = new HashMap<Long, String>();
        shelf.entries().forEach(one -> signs.put(one.id(), Sign.of(one.content())));
        shelf.suggested().forEach(one -> signs.put(one.id(), Sign.of(one.content())));
        alike.forEach(one -> signs.put(one.content().id(), Sign.of(one.whole())));
        return signs;
    }

    /// Beside each the one at which the keyboard goes on when it is taken off: the next, or behind
    /// the last the one before it.
    public Map<Long, Long> onward() {
        List<ShelfEntry> entries = shelf.entries();
        var onward = new HashMap<Long, Long>();
        for (int at = 0; at < entries.size(); at++) {
            int next = at + 1 < entries.size() ? at + 1 : Math.max(0, at - 1);
            onward.put(entries.get(at).id(), entries.get(next).id());
        }
        return onward;
    }

    /// Beside each the place where it stands, from 1.
    public Map<Long, Integer> places() {
        var places = new HashMap<Long, Integer>();
        for (int at = 0; at < shelf.entries().size(); at++) {
            places.put(shelf.entries().get(at).id(), at + 1);
        }
        return places;
    }
}
