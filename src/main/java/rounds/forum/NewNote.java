package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What somebody enters to write a private note.
///
/// @param to handles
/// @param title may be empty: then the first words stand for it
/// @param language absent: as the words sound
/// @param written the draft it was written in, to go with it
public record NewNote(
        List<String> to,
        String title,
        String body,
        @Nullable String language,
        @Nullable Written written) {
    private static final int LONGEST_TITLE = 80;

    NewDiscussion discussion() {
        String named = title.isBlank() ? firstWords(body) : title;
        return new NewDiscussion(Kind.DISCUSSION, named, body, List.of(), language, written);
    }

    // Cut between words.
    static String firstWords(String body) {
        String line =
                body.lines()
                        .map(NewNote::plain)
                        .filter(one -> !one.isEmpty())
                        .findFirst()
                        .orElse("");
        if (line.codePointCount(0, line.length()) <= LONGEST_TITLE) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE));
        int blank = cut.lastIndexOf(' ');
        return (blank > LONGEST_TITLE / 2 ? cut.substring(0, blank) : cut) + " …";
    }

    // Without the signs with which Markdown begins a line or marks words.
    private static String plain(String line) {
        return line.replaceFirst("^[\\s>#*+-]+", "").replaceAll("\\*\\*|__|`|~~", "").strip();
    }
}
