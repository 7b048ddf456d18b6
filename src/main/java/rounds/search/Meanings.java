package rounds.search;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Meant;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What words mean besides themselves: what they are short for, in the glossaries that the viewer
/// reads and in our own list, and whom she knows that is called so. What is short for something may
/// be typed with hyphens, with blanks or with neither.
final class Meanings {
    /// Everything is looked for as it was typed.
    static final Meanings NONE = new Meanings(Map.of(), Map.of(), Map.of(), false);

    /// What has more meanings than these helps nobody to find one of them.
    private static final int MOST = 4;

    /// Of more words than these no abbreviation is put together.
    static final int MOST_TOGETHER = 3;

    private static final int MOST_SPELLINGS = 500;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private final Map<String, Set<String>> told;
    private final Map<String, String> parted;
    private final Map<String, Set<Long>> called;
    private final boolean known;

    private Meanings(
            Map<String, Set<String>> told,
            Map<String, String> parted,
            Map<String, Set<Long>> called,
            boolean known) {
        this.told = told;
        this.parted = parted;
        this.called = called;
        this.known = known;
    }

    /// @param glossaries what the words of a question mean there
    /// @param people whose name may hold one of the words
    static Meanings of(Collection<Meant> glossaries, Collection<Called> people) {
        var told = new HashMap<String, Set<String>>();
        var parted = new HashMap<String, String>();
        for (Meant one : glossaries) {
            if (!one.expansion().isBlank()) {
                Stream.concat(Stream.of(one.name()), one.spellings().stream())
                        .forEach(name -> {
                            told.computeIfAbsent(plain(name), _ -> new LinkedHashSet<>())
                                    .add(one.expansion());
                            if (BETWEEN.matcher(name).find()) {
                                parted.putIfAbsent(plain(name), name);
                            }
                        });
            }
        }
        var called = new HashMap<String, Set<Long>>();
        for (Called one : people) {
            for (String word : Words.of(folded(one.name()))) {
                called.computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(one.id());
            }
        }
        return new Meanings(told, parted, called, true);
    }

    static String folded(String word) {
        return AccentFilter.folded(IndexSchema.lower(word));
    }

    private static String plain(String word) {
        return BETWEEN.matcher(folded(word)).replaceAll("");
    }

    /// How the glossaries may write these words, and several of them together.
    static List<String> spellings(List<String> words) {
        var spellings = new LinkedHashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            spellings.add(folded(words.get(i)));
            // The database leaves letters as they are that are two to us.
            spellings.add(stored(words.get(i)));
        }
        for (int i = 0; i < words.size(); i++) {
            addParted(folded(words.get(i)), spellings);
            for (int count = 2; count <= MOST_TOGETHER && i + count <= words.size(); count++) {
                List<String> together =
                        words.subList(i, i + count).stream().map(Meanings::folded).toList();
                for (String between : List.of("-", " ", "")) {
                    spellings.add(String.join(between, together));
                }
            }
        }
        return spellings.stream().limit(MOST_SPELLINGS).toList();
    }

    private static String stored(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        return IndexSchema.lower(ACCENTS.matcher(apart).replaceAll(""));
    }

    /// A code may be written with a hyphen or a blank before or after each of its numbers.
    private static void addParted(String word, Set<String> spellings) {
        for (int i = 1; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i - 1)) != Character.isDigit(word.charAt(i))) {
                spellings.add(word.substring(0, i) + "-" + word.substring(i));
                spellings.add(word.substring(0, i) + " " + word.substring(i));
            }
        }
    }

    /// What a word is short for; empty for nearly every word.
    ///
    /// @param word as it was typed
    List<String> of(String word) {
        if (!known) {
            return List.of();
        }
        return Stream.concat(
                        told.getOrDefault(plain(word), Set.of()).stream(),
                        Abbreviations.expansions(BETWEEN.matcher(word).replaceAll("")).stream())
                .filter(expansion -> !folded(expansion).equals(folded(word)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /// How words that stand one behind the other are written as the one abbreviation that they are;
    /// null where they are none. Words without a number run together only where a glossary parts
    /// them: "as a" is no aspirin.
    @Nullable String together(List<String> words) {
        String joined = String.join("", words);
        String name = parted.get(plain(joined));
        if (name != null) {
            return name;
        }
        return DIGIT.matcher(joined).find() && !of(joined).isEmpty()
                ? String.join("-", words)
                : null;
    }

    /// Who is called so, by one word of her name.
    ///
    /// @param word as it was typed
    Set<Long> authors(String word) {
        return called.getOrDefault(folded(word), Set.of());
    }
}
