package rounds.platform.markdown;

import org.owasp.html.HtmlSanitizer;

import java.util.List;
import java.util.Set;

/// Collects the words of sanitised HTML, in one pass of the sanitiser's own lexer.
final class Words implements HtmlSanitizer.Policy {

    private static final Set<String> APART =
            Set.of(
                    "p",
                    "div",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "table",
                    "tr",
                    "hr",
                    "br",
                    "details",
                    "summary",
                    "section",
                    "figure",
                    "figcaption");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder words = new StringBuilder();
    private boolean inNoteMark;
    private boolean inCode;
    private final boolean quotations;
    private int inQuotation;

    private Words(boolean quotations) {
        this.quotations = quotations;
    }

    static String of(String html) {
        return of(html, true);
    }

    static String withoutQuotations(String html) {
        return of(html, false);
    }

    private static String of(String html, boolean quotations) {
        var words = new Words(quotations);
        HtmlSanitizer.sanitize(html, words);
        return words.words.toString().strip();
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        separate(element);
        if (element.equals("blockquote")) {
            inQuotation++;
        }
        inNoteMark |= element.equals("a") && attributes.contains("role");
        inCode |= element.equals("pre");
        int alt = element.equals("img") ? attributes.indexOf("alt") : -1;
        if (alt >= 0 && isTaken()) {
            attributes.get(alt + 1).chars().forEach(this::add);
        }
    }

    @Override
    public void closeTag(String element) {
        separate(element);
        if (element.equals("blockquote")) {
            inQuotation--;
        }
        inNoteMark &= !element.equals("a");
        inCode &= !element.equals("pre");
    }

    @Override
    public void text(String text) {
        if (!isTaken()) {
            return;
        }
        if (inCode) {
            words.append(text);
        } else if (!inNoteMark) {
            text.chars().forEach(this::add);
        }
    }

    private boolean isTaken() {
        return quotations || inQuotation == 0;
    }

    private void add(int c) {
        if (c == ' ' || c == '\n' || c == '\t') {
            gap(' ');
        } else {
            words.append((char) c);
        }
    }

    private void separate(String element) {
        if (APART.contains(element)) {
            gap('\n');
        } else if (CELLS.contains(element)) {
            gap(' ');
        }
    }

    private void gap(char gap) {
        int last = words.length() - 1;
        if (last >= 0 && words.charAt(last) == ' ') {
            words.setCharAt(last, gap);
        } else if (last >= 0 && words.charAt(last) != '\n') {
            words.append(gap);
        }
    }
}
