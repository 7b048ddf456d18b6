package rounds.platform.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a paragraph, with what is bold, slanted or a link.
final class Inline {
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>~|&@$^!{}]");

    /// What at the beginning of a line would make something else of it than a paragraph.
    private static final Pattern OPENING =
            Pattern.compile("^(\\s*|\\s*\\d{1,9}(?=[.)]))([-+#=:.)])");

    /// What stands in an address but would end it here.
    private static final Pattern UNSAFE = Pattern.compile("[\\s<>()\\[\\]\\\\\"`|]");

    private static final Pattern SPACE = Pattern.compile("[\\s\u00a0]+");

    private final List<Span> spans = new ArrayList<>();

    /// @param link where it leads; empty: nowhere
    private record Span(String text, boolean bold, boolean slanted, String link) {
        boolean isLike(Span other) {
            return bold == other.bold && slanted == other.slanted && link.equals(other.link);
        }
    }

    static Inline of(String text) {
        Inline inline = new Inline();
        inline.add(text, false, false, "");
        return inline;
    }

    /// Programs cut their words into many pieces of one kind: they are joined.
    void add(String text, boolean bold, boolean slanted, String link) {
        if (text.isEmpty()) {
            return;
        }
        Span span = new Span(text, bold, slanted, shown(link));
        Span last = spans.isEmpty() ? null : spans.getLast();
        if (last != null && (last.isLike(span) || text.isBlank() && link.isEmpty())) {
            spans.removeLast();
            spans.add(new Span(last.text + text, last.bold, last.slanted, last.link));
        } else {
            spans.add(span);
        }
    }

    private static String shown(String link) {
        String small = link.toLowerCase(Locale.ROOT);
        boolean leads =
                small.startsWith("https://")
                        || small.startsWith("http://")
                        || small.startsWith("mailto:");
        return leads && !UNSAFE.matcher(link).find() ? link : "";
    }

    /// In one line.
    String text() {
        var all = new StringBuilder();
        spans.forEach(span -> all.append(span.text));
        return SPACE.matcher(all).replaceAll(" ").strip();
    }

    boolean isBlank() {
        return spans.stream().allMatch(span -> span.text.isBlank());
    }

    /// In one line.
    String markdown() {
        var all = new StringBuilder();
        for (int i = 0; i < spans.size(); i++) {
            boolean endsWord = i + 1 == spans.size() || !startsWord(spans.get(i + 1).text);
            boolean beginsWord = all.isEmpty() || !Character.isLetterOrDigit(last(all));
            append(spans.get(i), beginsWord, endsWord, all);
        }
        String line = SPACE.matcher(all).replaceAll(" ").strip();
        return OPENING.matcher(line).replaceFirst("$1\\\\$2");
    }

    private static boolean startsWord(String text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
    }

    private static char last(StringBuilder text) {
        return text.charAt(text.length() - 1);
    }

    /// Spaces stay outside of the signs, which would not be any otherwise; nor would they be within
    /// a word, next to other signs.
    private static void append(Span span, boolean begins, boolean ends, StringBuilder to) {
        String core = span.text.strip();
        if (core.isEmpty()) {
            to.append(' ');
            return;
        }
        boolean spaceBefore = Character.isWhitespace(span.text.charAt(0));
        boolean spaceAfter = Character.isWhitespace(span.text.charAt(span.text.length() - 1));
        boolean works =
                (begins || spaceBefore || startsWord(core))
                        && (ends
                                || spaceAfter
                                || Character.isLetterOrDigit(core.charAt(core.length() - 1)));
        String mark = works ? (span.bold ? "**" : "") + (span.slanted ? "*" : "") : "";
        String backwards = new StringBuilder(mark).reverse().toString();
        String shown = mark + escaped(core) + backwards;
        to.append(spaceBefore ? " " : "")
                .append(span.link.isEmpty() ? shown : "[" + shown + "](" + span.link + ")")
                .append(spaceAfter ? " " : "");
    }

    static String escaped(String text) {
        return SIGNS.matcher(text).replaceAll("\\\\$0");
    }
}
