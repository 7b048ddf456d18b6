package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Templates, sheets and scripts without what only their authors read: remarks and indents.
final class Slim {
    // A string is kept as it is.
    private static final Pattern REMARK =
            Pattern.compile("(\"[^\"]*\"|'[^']*')|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BLANK =
            Pattern.compile("(\"[^\"]*\"|'[^']*')|\\s*([{};,])\\s*|\\s+");

    /// Between a property and its value; a selector has no blank behind its colon.
    private static final Pattern VALUE = Pattern.compile("(\"[^\"]*\"|'[^']*')|: |;}");

    private static final Pattern INDENT = Pattern.compile("^[ \\t]+", Pattern.MULTILINE);

    static String sheet(String text) {
        String words =
                REMARK.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(kept(found.group(1), "")));
        String slim =
                BLANK.matcher(words)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        kept(found.group(1), kept(found.group(2), " "))));
        return VALUE.matcher(slim)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                kept(found.group(1), found.group().equals(": ") ? ":" : "}")))
                .strip();
    }

    /// In a page nothing stands out of its line by an indent; where that counts, as in `pre`, the
    /// template is left alone.
    static String template(String text) {
        return text.contains("<pre") ? text : INDENT.matcher(text).replaceAll("");
    }

    /// A script with text over several lines is left alone.
    static String script(String text) {
        if (text.lines().anyMatch(line -> line.chars().filter(c -> c == '`').count() % 2 == 1)) {
            return text;
        }
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String kept(@Nullable String found, String otherwise) {
        return found == null ? otherwise : found;
    }

    private Slim() {}
}
