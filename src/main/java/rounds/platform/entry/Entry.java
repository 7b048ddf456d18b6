package rounds.platform.entry;

import rounds.kernel.ProblemException;
import rounds.platform.markdown.Markdown;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// What people enter, made ready to be stored; or refused with the field and the reason.
public final class Entry {
    /// Stands for what could not be kept.
    private static final int REPLACEMENT = 0xFFFD;

    public static final int LONGEST_TITLE = 200;
    public static final int MOST_TAGS = 10;
    public static final int LONGEST_TAG = 40;
    public static final int LONGEST_NOTE = 2_000;

    private static final Pattern LINES = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    /// Signs that turn the direction of what follows: with them a name shows other than it is.
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern NOT_IN_TAGS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.+_-]+");
    private static final Pattern ENDS = Pattern.compile("^[.+_-]+|[._-]+$");

    /// ISO 639-1; a region may follow.
    private static final Set<String> LANGUAGES =
            Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{2,4})?");

    /// One line.
    public static String title(String entered) {
        String title = oneLine(entered);
        // A row of a list that shows nothing could be neither read nor opened.
        if (title.codePoints().noneMatch(Entry::shows)) {
            throw ProblemException.invalid("title", "forum.title.missing");
        }
        if (length(title) > LONGEST_TITLE) {
            throw ProblemException.invalid(
                    "title", "forum.title.too-long", length(title), LONGEST_TITLE);
        }
        return title;
    }

    private static String oneLine(String entered) {
        String plain = TURNING.matcher(Markdown.tidy(entered)).replaceAll("");
        return LINES.matcher(plain).replaceAll(" ").strip();
    }

    public static String body(String entered) {
        String body = Markdown.tidy(entered);
        if (body.codePoints().noneMatch(Entry::shows)) {
            throw ProblemException.invalid("body", "forum.body.missing");
        }
        return body;
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> character != REPLACEMENT;
        };
    }

    /// Small, words joined by hyphens, each once, in the order in which they were entered.
    public static List<String> tags(List<String> entered) {
        var tags = new LinkedHashSet<String>();
        for (String one : entered) {
            // A program may send null among them.
            if (Objects.nonNull(one) && !one.isBlank()) {
                tags.add(tag(one));
            }
        }
        if (tags.size() > MOST_TAGS) {
            throw ProblemException.invalid("tags", "forum.tags.too-many", MOST_TAGS);
        }
        return new ArrayList<>(tags);
    }

    /// A tag as it is stored: what a list is asked for is written the same way.
    public static String tag(String entered) {
        String small =
                Normalizer.normalize(oneLine(entered), Normalizer.Form.NFC)
                        .strip()
                        .toLowerCase(Locale.ROOT);
        String joined = NOT_IN_TAGS.matcher(small).replaceAll("-");
        String tag = ENDS.matcher(joined).replaceAll("");
        if (tag.isEmpty() || length(tag) > LONGEST_TAG) {
            throw ProblemException.invalid(
                    "tags",
                    tag.isEmpty() ? "forum.tags.unusable" : "forum.tags.too-long",
                    entered.strip(),
                    LONGEST_TAG);
        }
        return tag;
    }

    public static String language(String entered) {
        if (!isLanguage(entered)) {
            throw ProblemException.invalid("language", "forum.language.unknown");
        }
        return entered;
    }

    /// Whether that is the code of a language.
    public static boolean isLanguage(String entered) {
        return LANGUAGE.matcher(entered).matches() && LANGUAGES.contains(entered.split("-", 2)[0]);
    }

    /// Words beside a report or a decision.
    public static String note(String field, String entered) {
        String note = Markdown.tidy(entered).strip();
        if (length(note) > LONGEST_NOTE) {
            throw ProblemException.invalid(
                    field, "forum.note.too-long", length(note), LONGEST_NOTE);
        }
        return note;
    }

    /// One line beside a reaction, or a passage; may be empty.
    public static String line(String field, String entered, int longest) {
        String line = oneLine(entered);
        if (length(line) > longest) {
            throw ProblemException.invalid(field, "forum.note.too-long", length(line), longest);
        }
        return line;
    }

    /// The same where a reason is owed: to the community's log, and to whoever it touches.
    public static String reason(String entered) {
        String reason = note("reason", entered);
        if (reason.isEmpty()) {
            throw ProblemException.invalid("reason", "forum.reason.missing");
        }
        return reason;
    }

    /// As the database counts.
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private Entry() {}
}
