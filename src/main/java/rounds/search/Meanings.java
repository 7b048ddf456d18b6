package rounds.search;

import rounds.kernel.Meant;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What words mean besides themselves: what they are short for, in the glossaries that the viewer
/// reads and in our own list, and whom she knows that is called so.
final class Meanings {
    /// Everything is looked for as it was typed.
    static final Meanings NONE = new Meanings(Map.of(), Map.of(), false);

    /// What has more meanings than these helps nobody to find one of them.
    private static final int MOST = 4;

    private final Map<String, Set<String>> told;
    private final Map<String, Set<Long>> called;
    private final boolean known;

    private Meanings(Map<String, Set<String>> told, Map<String, Set<Long>> called, boolean known) {
        this.told = told;
        this.called = called;
        this.known = known;
    }

    /// @param glossaries what the words of a question mean there
    /// @param people whose name may hold one of the words
    static Meanings of(Collection<Meant> glossaries, Collection<Called> people) {
        var told = new HashMap<String, Set<String>>();
        for (Meant one : glossaries) {
            if (!one.expansion().isBlank()) {
                Stream.concat(Stream.of(one.name()), one.spellings().stream())
                        .forEach(name ->
                                told.computeIfAbsent(folded(name), _ -> new LinkedHashSet<>())
                                        .add(one.expansion()));
            }
        }
        var called = new HashMap<String, Set<Long>>();
        for (Called one : people) {
            for (String word : Words.of(folded(one.name()))) {
                called.computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(one.id());
            }
        }
        return new Meanings(told, called, true);
    }

    static String folded(String word) {
        return AccentFilter.folded(IndexSchema.lower(word));
    }

    /// What a word is short for; empty for nearly every word.
    ///
    /// @param word as it was typed
    List<String> of(String word) {
        if (!known) {
            return List.of();
        }
        return Stream.concat(
                        told.getOrDefault(folded(word), Set.of()).stream(),
                        Abbreviations.expansions(word).stream())
                .filter(expansion -> !folded(expansion).equals(folded(word)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /// Who is called so, by one word of her name.
    ///
    /// @param word as it was typed
    Set<Long> authors(String word) {
        return called.getOrDefault(folded(word), Set.of());
    }
}
