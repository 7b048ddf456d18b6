package rounds.platform.markdown;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Marks the sentences of safe HTML in which signs stand: each run of their words, so that no tag
/// is torn. A sign that follows the end of a sentence belongs to it; one at the beginning of a
/// paragraph belongs to what comes after.
public final class Sentences {
    /// How a sign begins; it ends with the element. People's words never hold it: the sanitiser
    /// leaves them no class there.
    public static final String SIGN = "<sup class=\"stale\">";

    private static final Set<String> INLINE =
            Set.of(
                    "a", "b", "i", "em", "strong", "del", "ins", "s", "u", "code", "span", "sub",
                    "sup", "mark", "kbd", "abbr", "small", "q", "cite", "img", "var", "samp");

    /// What ends with a full stop and ends no sentence.
    private static final Pattern SHORTENED =
            Pattern.compile(
                    "(?:^|[\\s(])(?:Dr|Drs|Mr|Mrs|Ms|Prof|St|Mme|Mmes|MM|vs|cf|Fig|No|ca|[A-Z])\\.\\s*$");

    private final String html;
    private final Locale language;
    private final Function<List<Integer>, String> word;
    private final StringBuilder marked = new StringBuilder();
    private final List<Sentence> sentences = new ArrayList<>();

    /// The words of the paragraph that is being read, each character with where it stands.
    private final StringBuilder plain = new StringBuilder();

    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    /// Of each sign in it, how many characters stand before it.
    private final List<Integer> signs = new ArrayList<>();

    private int written;
    private int signsBefore;

    private Sentences(String html, Locale language, Function<List<Integer>, String> word) {
        this.html = html;
        this.language = language;
        this.word = word;
    }

    /// @param html with its marks: `class="leans"`, the first run of each sentence with the id `q1`
    ///   and so on
    public record Marked(String html, List<Sentence> sentences) {}

    /// A sentence in which signs stand.
    ///
    /// @param number from 1
    /// @param words without layout; empty where nothing but signs stands in a paragraph: there is
    ///   nothing to be marked
    /// @param signs the how-manieth in the text each is, from 0
    public record Sentence(int number, String words, List<Integer> signs) {}

    /// @param html safe
    /// @param word what is read out before a marked sentence, from its signs; safe HTML
    public static Marked marked(
            String html, Locale language, Function<List<Integer>, String> word) {
        if (!html.contains(SIGN)) {
            return new Marked(html, List.of());
        }
        var reading = new Sentences(html, language, word);
        reading.read();
        return new Marked(reading.marked.toString(), List.copyOf(reading.sentences));
    }

    private void read() {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            int end = at + 1;
            if (c == '<') {
                end = tag(at);
            } else if (c == '&') {
                end = entity(at);
            } else {
                add(c, at, end);
            }
            at = end;
        }
        finish();
        marked.append(html, written, html.length());
    }

    /// @return where reading goes on
    private int tag(int at) {
        int close = html.indexOf('>', at);
        int end = close < 0 ? html.length() : close + 1;
        String name = name(at);
        if (html.startsWith("<sup", at)) {
            if (html.startsWith(SIGN, at)) {
                signs.add(plain.length());
            }
            // Numbers are no words of the sentence.
            int over = html.indexOf("</sup>", end);
            return over < 0 ? end : over;
        }
        if (name.equals("br")) {
            add('\n', at, end);
        } else if (!INLINE.contains(name)) {
            finish();
        }
        return end;
    }

    private String name(int at) {
        int from = at + 1 < html.length() && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int to = from;
        while (to < html.length() && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        // The sanitiser writes names in lower case.
        return html.substring(from, to);
    }

    private int entity(int at) {
        int close = html.indexOf(';', at);
        if (close < 0 || close - at > 9) {
            add('&', at, at + 1);
            return at + 1;
        }
        add(decoded(html.substring(at + 1, close)), at, close + 1);
        return close + 1;
    }

    private static char decoded(String name) {
        if (name.matches("#\\d{1,5}")) {
            return (char) Math.min(Integer.parseInt(name.substring(1)), Character.MAX_VALUE);
        }
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "nbsp" -> '\u00a0';
            default -> '&';
        };
    }

    private void add(char c, int start, int end) {
        plain.append(c);
        starts.add(start);
        ends.add(end);
    }

    /// Ends a paragraph.
    private void finish() {
        if (!signs.isEmpty()) {
            mark();
        }
        signsBefore += signs.size();
        signs.clear();
        plain.setLength(0);
        starts.clear();
        ends.clear();
    }

    private void mark() {
        List<Integer> bounds = bounds();
        var found = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < signs.size(); i++) {
            int sentence = sentence(bounds, signs.get(i));
            found.computeIfAbsent(sentence, _ -> new ArrayList<>()).add(signsBefore + i);
        }
        found.forEach((sentence, inIt) -> {
            int start = bounds.get(sentence);
            int end = bounds.get(sentence + 1);
            while (start < end && isSpace(start)) {
                start++;
            }
            while (end > start && isSpace(end - 1)) {
                end--;
            }
            sentences.add(
                    new Sentence(
                            sentences.size() + 1,
                            plain.substring(start, end).replaceAll("\\s+", " "),
                            List.copyOf(inIt)));
            mark(start, end, inIt);
        });
    }

    private void mark(int start, int end, List<Integer> inIt) {
        for (int from = start; from < end; ) {
            int to = from + 1;
            while (to < end && starts.get(to).equals(ends.get(to - 1))) {
                to++;
            }
            marked.append(html, written, starts.get(from)).append("<span class=\"leans\"");
            if (from == start) {
                marked.append(" id=\"q").append(sentences.size()).append("\"><span class=\"sr\">");
                marked.append(word.apply(inIt)).append(" </span>");
            } else {
                marked.append('>');
            }
            marked.append(html, starts.get(from), ends.get(to - 1)).append("</span>");
            written = ends.get(to - 1);
            from = to;
        }
    }

    /// Where sentences begin, and where the last one ends; at least two.
    private List<Integer> bounds() {
        BreakIterator found = BreakIterator.getSentenceInstance(language);
        found.setText(plain.toString());
        var bounds = new ArrayList<Integer>(List.of(0));
        for (int next = found.next(); next != BreakIterator.DONE; next = found.next()) {
            int start = bounds.getLast();
            boolean last = next == plain.length();
            if (last || !SHORTENED.matcher(plain.subSequence(start, next)).find()) {
                bounds.add(next);
            }
        }
        if (bounds.size() == 1) {
            bounds.add(plain.length());
        }
        return bounds;
    }

    /// The how-manieth sentence a sign belongs to.
    private int sentence(List<Integer> bounds, int place) {
        int before = place - 1;
        while (before >= 0 && isSpace(before)) {
            before--;
        }
        int sentence = 0;
        while (sentence + 2 < bounds.size() && bounds.get(sentence + 1) <= before) {
            sentence++;
        }
        return sentence;
    }

    private boolean isSpace(int at) {
        char c = plain.charAt(at);
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
    }
}
