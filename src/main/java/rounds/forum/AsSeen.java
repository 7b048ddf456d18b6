package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a post stood when a moderator looked at it.
///
/// @param revision of the post: every edit raises it, and every step from one state to another
/// @param entry id of the newest entry about it in the community's log, 0 before the first; absent:
///   whoever asks did not look there
public record AsSeen(int revision, @Nullable Long entry) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,19}))?");

    /// As forms have it.
    public String text() {
        return entry == null ? String.valueOf(revision) : revision + "." + entry;
    }

    /// @throws ProblemException not found, for what no form of ours says
    public static AsSeen of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw ProblemException.notFound();
        }
        try {
            String entry = parts.group(2);
            return new AsSeen(
                    Integer.parseInt(parts.group(1)),
                    entry == null ? null : (Long) Long.parseLong(entry));
        } catch (NumberFormatException _) {
            throw ProblemException.notFound();
        }
    }
}
