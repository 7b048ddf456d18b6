package rounds.web.page;

import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

/// The first words of a post, where a line must do for it.
final class Words {
    private static final int SHORT = 140;

    /// @param html as it is stored
    static String beginning(String html) {
        String words = new Html(html, Markdown.VERSION).plainText().replaceAll("\\s+", " ").strip();
        if (words.length() <= SHORT) {
            return words;
        }
        int end = words.lastIndexOf(' ', SHORT);
        if (end <= SHORT / 2) {
            end = words.offsetByCodePoints(0, words.codePointCount(0, SHORT - 1));
        }
        return words.substring(0, end) + "…";
    }

    private Words() {}
}
