package rounds.platform.markdown;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds, among tags in their order, those allowed ones that are opened and closed properly.
final class TagPairs {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z]+)\\s*>|<(abbr)\\s+title=\"[^\"<>&]{0,200}\"\\s*>");
    private static final Set<String> ALLOWED =
            Set.of(
                    "b", "i", "em", "strong", "s", "del", "ins", "mark", "sub", "sup", "kbd",
                    "small", "q", "abbr");

    private record Open(int index, String name) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final BitSet paired = new BitSet();

    private TagPairs() {}

    /// @param folds whether `summary` is allowed, too
    static BitSet of(List<String> tags, boolean folds) {
        var pairs = new TagPairs();
        for (int i = 0; i < tags.size(); i++) {
            Matcher tag = TAG.matcher(tags.get(i));
            if (tag.matches()) {
                String name =
                        (tag.group(3) == null ? tag.group(2) : tag.group(3))
                                .toLowerCase(Locale.ROOT);
                if (ALLOWED.contains(name) || (folds && name.equals("summary"))) {
                    pairs.take(i, name, "/".equals(tag.group(1)));
                }
            }
        }
        return pairs.paired;
    }

    private void take(int index, String name, boolean closes) {
        if (!closes) {
            open.push(new Open(index, name));
            counts.merge(name, 1, Integer::sum);
        } else if (counts.getOrDefault(name, 0) > 0) {
            paired.set(index);
            paired.set(closed(name));
        }
    }

    /// What was opened within and not closed is no pair.
    private int closed(String name) {
        while (true) {
            Open last = open.pop();
            counts.merge(last.name(), -1, Integer::sum);
            if (last.name().equals(name)) {
                return last.index();
            }
        }
    }
}
