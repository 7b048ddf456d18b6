package rounds.platform.markdown;

import org.commonmark.renderer.html.HtmlWriter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML written into a post. A few harmless tags work; everything else is shown as it was typed,
/// since what looks like a tag is often meant as words (`<patient name>`) and words are not lost.
final class RawHtml {

    private static final Pattern TAG =
            Pattern.compile(
                    "</?(?:b|i|em|strong|s|del|ins|mark|sub|sup|kbd|small|q|br|details|summary|abbr)\\s*/?>"
                            + "|<abbr\\s+title=\"[^\"<>&]{0,200}\"\\s*>",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLDING =
            Pattern.compile("\\s*</?(?:details|summary)\\b", Pattern.CASE_INSENSITIVE);

    private RawHtml() {}

    static void inline(String literal, HtmlWriter html) {
        if (TAG.matcher(literal).matches()) {
            html.raw(literal);
        } else {
            html.text(literal);
        }
    }

    static void block(String literal, HtmlWriter html) {
        boolean folding = FOLDING.matcher(literal).lookingAt();
        html.line();
        if (!folding) {
            html.tag("p");
        }
        mixed(literal, html);
        if (!folding) {
            html.tag("/p");
        }
        html.line();
    }

    private static void mixed(String literal, HtmlWriter html) {
        Matcher tag = TAG.matcher(literal);
        int from = 0;
        while (tag.find()) {
            html.text(literal.substring(from, tag.start()));
            html.raw(tag.group());
            from = tag.end();
        }
        html.text(literal.substring(from));
    }
}
