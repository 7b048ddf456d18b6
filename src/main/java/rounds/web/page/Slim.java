package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Sheets and scripts without what only their authors read: remarks and indents.
final class Slim {
    // A string is kept as it is.
    private static final Pattern REMARK =
            Pattern.compile("(\"[^\"]*\"|'[^']*')|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BLANK =
            Pattern.compile("(\"[^\"]*\"|'[^']*')|\\s*([{};,])\\s*|\\s+");

    static String sheet(String text) {
        String words =
                REMARK.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(kept(found.group(1), "")));
        return BLANK.matcher(words)
                .replaceAll(found ->
                        Matcher.quoteReplacement(kept(found.group(1), kept(found.group(2), " "))))
                .strip();
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
