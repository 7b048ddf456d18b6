package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.markdown.Markdown;

/// What somebody has typed so far, kept as it was typed: whatever a post would be refused for may
/// stand in a draft.
///
/// @param kind the code that was chosen; empty where there is none to choose, as all the others
/// @param tags as they stand in their one field
/// @param madeFrom of an edit, the revision of the words it was made from
/// @param seen of an answer, the newest number there was when it was begun
/// @param poll of a new discussion, what it asks to vote on
/// @param to of a private note, the handles of those it goes to, separated by commas
/// @param note a line that goes along with it: what changed, or why that is better
public record DraftWords(
        String kind,
        String title,
        String tags,
        String body,
        String language,
        @Nullable Integer madeFrom,
        @Nullable Integer seen,
        PollWords poll,
        String to,
        String note) {
    /// Three times what a post may have: too long to be posted is not too long to be kept.
    public static final int LONGEST = 200_000;

    private static final int LONGEST_LINE = 1_000;

    public static DraftWords of(String body) {
        return new DraftWords("", "", "", body, "", null, null);
    }

    public DraftWords(
            String kind,
            String title,
            String tags,
            String body,
            String language,
            @Nullable Integer madeFrom,
            @Nullable Integer seen) {
        this(kind, title, tags, body, language, madeFrom, seen, PollWords.NONE, "", "");
    }

    /// These, and something more below.
    public DraftWords and(String more) {
        String both = body.isBlank() ? more : body.strip() + "\n\n" + more;
        return new DraftWords(kind, title, tags, both, language, madeFrom, seen, poll, to, note);
    }

    /// @throws ProblemException invalid, for what is too long to be kept
    DraftWords kept() {
        return new DraftWords(
                upTo(40, "kind", kind),
                upTo(LONGEST_LINE, "title", title),
                upTo(LONGEST_LINE, "tags", tags),
                upTo(LONGEST, "body", body),
                upTo(8, "language", language),
                madeFrom,
                seen,
                poll.kept(),
                upTo(LONGEST_LINE, "to", to),
                upTo(LONGEST_LINE, "note", note));
    }

    private static String upTo(int most, String field, String text) {
        String tidy = Markdown.tidy(text);
        int length = tidy.codePointCount(0, tidy.length());
        if (length > most) {
            throw ProblemException.invalid(field, "drafts.too-long", length, most);
        }
        return tidy;
    }
}
