package rounds.library;

import jakarta.inject.Singleton;

import rounds.platform.documents.PageText;
import rounds.platform.markdown.Markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text that was written in place into parts by its headings, so that search leads to the
/// right one.
@Singleton
final class Parts {
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,3} +(.+?)[ #]*$");

    private final Markdown markdown;

    Parts(Markdown markdown) {
        this.markdown = markdown;
    }

    List<PageText> of(String body) {
        var parts = new ArrayList<PageText>();
        Matcher heading = HEADING.matcher(body);
        int from = 0;
        String title = "";
        while (heading.find()) {
            add(parts, title, body.substring(from, heading.start()));
            title = heading.group(1);
            from = heading.start();
        }
        add(parts, title, body.substring(from));
        return parts;
    }

    private void add(List<PageText> parts, String heading, String source) {
        String text = markdown.plainText(source).strip();
        if (!text.isEmpty()) {
            parts.add(new PageText(parts.size() + 1, heading, text, ""));
        }
    }
}
