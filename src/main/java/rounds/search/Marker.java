package rounds.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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

        /// Both as one.
        Mark with(Mark other) {
            return new Mark(
                    start,
                    Math.max(end, other.end),
                    Stream.concat(words.stream(), other.words.stream()).distinct().toList());
        }
    }

    private final List<Map<Language, Set<String>>> wanted = new ArrayList<>();
    private final List<String> begun;
    private final List<String> signs = new ArrayList<>();
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
                boolean inSigns = Writing.of(word) == Writing.SIGNS;
                String folded = inSigns ? AccentFilter.folded(word) : "";
                signs.add(folded);
                var forms = new HashMap<Language, Set<String>>();
                for (Language language : Language.values()) {
                    List<String> own = inSigns ? List.of(folded) : language.analyzer().words(word);
                    own.forEach(form -> begin.add(beginning(form, 0, form.length())));
                    forms.put(language, Set.copyOf(own));
                }
                wanted.add(forms);
            }
        }
        this.begun.forEach(word -> signs.add(Writing.of(word) == Writing.SIGNS ? word : ""));
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
            Writing writing = Writing.of(text.codePointAt(at));
            if (writing == Writing.SIGNS) {
                SignRun run = SignRun.of(text, at, end);
                marks.addAll(run.marks(signs));
                at = run.end();
                continue;
            }
            at = wordEnd(text, at, end);
            if (at == start) {
                at++;
            } else if (writing == Writing.LETTERS) {
                markLetters(text, start, at, language, marks);
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

    /// The words of a run of letters that no blanks part.
    private void markLetters(String text, int start, int end, Language language, List<Mark> marks) {
        for (Writing.Piece word : Writing.words(text.substring(start, end))) {
            int from = start + word.start();
            int until = start + word.end();
            List<Integer> words = which(text.substring(from, until), language);
            if (!words.isEmpty()) {
                marks.add(new Mark(from, until, words));
            }
        }
    }

    private static int wordEnd(String text, int start, int end) {
        Writing writing = Writing.of(text.charAt(start));
        int at = start;
        while (at < end
                && (isWord(text.charAt(at)) || isInNumber(text, start, at, end))
                && (isMark(text.charAt(at)) || Writing.of(text.charAt(at)) == writing)) {
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
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
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
