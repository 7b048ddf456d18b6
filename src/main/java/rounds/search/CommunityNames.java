package rounds.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which communities are meant by what people type for them: its short name, or a part of its name.
///
/// @param known those that the viewer may know of, by name
record CommunityNames(List<Called> known) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /// Shorter words are in too many names.
    private static final int SHORTEST_SHARED = 4;

    /// Those that are called so, and otherwise those whose name holds these words, the last of
    /// which may be half of one.
    List<Called> meant(String typed) {
        String asked = folded(typed);
        if (asked.isBlank()) {
            return List.of();
        }
        List<Called> so = known.stream().filter(one -> folded(one.name()).equals(asked)).toList();
        return so.isEmpty() ? known.stream().filter(one -> holds(one, asked)).toList() : so;
    }

    private static boolean holds(Called one, String asked) {
        return holds(folded(one.name()), asked) || holds(folded(one.handle()), asked);
    }

    private static boolean holds(String name, String asked) {
        return Writing.of(asked.strip()) == Writing.SPACED
                ? name.contains(asked.stripTrailing())
                : name.contains(asked.strip());
    }

    /// The first by name that comes near: mistyped in a letter, or with one of its words.
    Optional<Called> nearest(String typed) {
        var nearly = Nearly.to(typed);
        return known.stream()
                .filter(one -> nearly.forgives() && nearly.fits(one.name()))
                .findFirst()
                .or(() -> known.stream().filter(one -> sharesWord(one.name(), typed)).findFirst());
    }

    private static boolean sharesWord(String name, String typed) {
        Set<String> shared = new HashSet<>(words(name));
        shared.retainAll(words(typed));
        return shared.stream().anyMatch(word -> word.length() >= SHORTEST_SHARED);
    }

    private static List<String> words(String text) {
        return Arrays.asList(folded(text).strip().split(" "));
    }

    /// The words between single blanks, and one before and after.
    private static String folded(String text) {
        String small = AccentFilter.folded(IndexSchema.lower(text));
        return " " + BETWEEN.matcher(small).replaceAll(" ").strip() + " ";
    }
}
