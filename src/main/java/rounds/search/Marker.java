package rounds.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds in a text the words that were asked for, whatever their endings and accents. Only words
/// that begin like one of them are looked at closely, so that a page of hits costs little.
final class Marker {
    /// Longer texts are looked through so far.
    private static final int FARTHEST = 100_000;

    /// A place in the text.
    ///
    /// @param words which of the words asked for stand there: one, or several of one stem
    record Mark(int start, int end, List<Integer> words) {
        int word() {
            return words.getFirst();
        }
    }

    private final List<Map<Language, Set<String>>> wanted = new ArrayList<>();
    private final List<String> begun;
    private final int[] beginnings;
    private final Map<Language, Map<String, List<Integer>>> known = new HashMap<>();

    Marker(Collection<String> texts) {
        this(texts, List.of());
    }

    /// @param begun how words begin that were asked for so; they count after those of the texts
    Marker(Collection<String> texts, Collection<String> begun) {
        this.begun =
                begun.stream().map(word -> AccentFilter.folded(IndexSchema.lower(word))).toList();
        var begin = new TreeSet<Integer>();
        this.begun.forEach(word -> begin.add(beginning(word, 0, word.length())));
        for (String text : texts) {
            for (String word : Words.of(text)) {
                var forms = new HashMap<Language, Set<String>>();
                for (Language language : Language.values()) {
                    List<String> own = language.analyzer().words(word);
                    own.forEach(form -> begin.add(beginning(form, 0, form.length())));
                    forms.put(language, Set.copyOf(own));
                }
                wanted.add(forms);
            }
        }
        beginnings = begin.stream().mapToInt(Integer::intValue).toArray();
    }

    int words() {
        return wanted.size() + begun.size();
    }

    /// What is looked for as this word.
    Set<String> forms(int word, Language language) {
        return wanted.get(word).getOrDefault(language, Set.of());
    }

    List<Mark> marks(String text, Language language) {
        var marks = new ArrayList<Mark>();
        int end = Math.min(text.length(), FARTHEST);
        int at = 0;
        while (at < end) {
            int start = at;
            at = wordEnd(text, at, end);
            if (at == start) {
                at++;
            } else if (mayBeWanted(text, start, at)) {
                int whole = compoundEnd(text, at, end);
                List<Integer> joined =
                        whole == at ? List.of() : which(text.substring(start, whole), language);
                List<Integer> words =
                        joined.isEmpty() ? which(text.substring(start, at), language) : joined;
                at = joined.isEmpty() ? at : whole;
                if (!words.isEmpty()) {
                    marks.add(new Mark(start, at, words));
                }
            }
        }
        return marks;
    }

    private static int wordEnd(String text, int start, int end) {
        int at = start;
        while (at < end && (isWord(text.charAt(at)) || isInNumber(text, start, at, end))) {
            at++;
        }
        return at;
    }

    /// The end of all that hyphens join to the word before; the same where they join nothing.
    private static int compoundEnd(String text, int wordEnd, int end) {
        int at = wordEnd;
        while (at + 1 < end
                && HyphenReader.isHyphen(text.charAt(at))
                && isWord(text.charAt(at + 1))) {
            at = wordEnd(text, at + 1, end);
        }
        return at;
    }

    private static boolean isInNumber(String text, int start, int at, int end) {
        char c = text.charAt(at);
        return (c == '.' || c == ',')
                && at > start
                && at + 1 < end
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.FORMAT;
    }

    private boolean mayBeWanted(String text, int start, int end) {
        return Arrays.binarySearch(beginnings, beginning(text, start, end)) >= 0
                || text.charAt(start) > 0x7f
                || Character.isDigit(text.charAt(start))
                || (end > start + 1 && text.charAt(start + 1) > 0x7f);
    }

    /// The first two letters, small.
    private static int beginning(String text, int start, int end) {
        int first = Character.toLowerCase(text.charAt(start));
        int second = end > start + 1 ? Character.toLowerCase(text.charAt(start + 1)) : 0;
        return first << 16 | second;
    }

    private List<Integer> which(String word, Language language) {
        return known.computeIfAbsent(language, _ -> new HashMap<>())
                .computeIfAbsent(IndexSchema.lower(word), small -> lookedUp(small, language));
    }

    /// A compound is looked up as a whole: its parts are words of their own.
    private List<Integer> lookedUp(String word, Language language) {
        var found = new ArrayList<Integer>();
        boolean compound = word.chars().anyMatch(c -> HyphenReader.isHyphen((char) c));
        List<String> forms =
                compound ? language.analyzer().joined(word) : language.analyzer().words(word);
        for (int i = 0; i < wanted.size(); i++) {
            Set<String> own = forms(i, language);
            if (forms.stream().anyMatch(own::contains)) {
                found.add(i);
            }
        }
        String folded = begun.isEmpty() || compound ? "" : AccentFilter.folded(word);
        for (int i = 0; i < begun.size(); i++) {
            String start = begun.get(i);
            if (folded.startsWith(start) || forms.stream().anyMatch(it -> it.startsWith(start))) {
                found.add(wanted.size() + i);
            }
        }
        return List.copyOf(found);
    }
}
