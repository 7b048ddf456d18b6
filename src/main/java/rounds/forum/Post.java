package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Reason;
import rounds.kernel.Author;
import rounds.kernel.State;

import java.time.Instant;
import java.util.List;

/// A post as one viewer sees it; or, where `gone`, only the place of one that she may not see.
///
/// @param depth 0 for the opening post, at most 6
/// @param parentId the post it answers
/// @param parentName whom it answers, where that does not show from the post above it
/// @param author absent in a place
/// @param html safe HTML; empty in a place
/// @param body the source in Markdown, where the page asked for it
/// @param goneReason the code of why it is hidden or deleted
/// @param words what moderators said when they took it away, for its author
/// @param revision what an edit says it was made from
/// @param fresh whether the viewer has been in the discussion, and not read this yet
/// @param linkedFrom posts of other discussions that lead here
/// @param poll what it asks to vote on
/// @param parted what stood behind it and is in other discussions now, and from where it came
///   itself
public record Post(
        long id,
        int number,
        int depth,
        @Nullable Long parentId,
        @Nullable Integer parentNumber,
        @Nullable String parentName,
        @Nullable Author author,
        String html,
        @Nullable String body,
        String language,
        State state,
        @Nullable String goneReason,
        @Nullable String words,
        Instant postedAt,
        @Nullable Instant editedAt,
        int revision,
        @Nullable String sourceId,
        boolean gone,
        PostRights may,
        PostMarks marks,
        boolean fresh,
        LinkedFrom linkedFrom,
        @Nullable Poll poll,
        List<Parted> parted) {

    Post withHtml(String filled) {
        return with(filled, linkedFrom, poll, parted);
    }

    Post with(LinkedFrom known) {
        return with(html, known, poll, parted);
    }

    /// The same with the poll that it carries.
    Post carrying(@Nullable Poll asked) {
        return asked == null ? this : with(html, linkedFrom, asked, parted);
    }

    /// The same with the traces of what left and came.
    Post tracing(List<Parted> others) {
        return with(html, linkedFrom, poll, others);
    }

    private Post with(
            String newHtml,
            LinkedFrom newLinkedFrom,
            @Nullable Poll newPoll,
            List<Parted> newParted) {
        return new Post(
                id,
                number,
                depth,
                parentId,
                parentNumber,
                parentName,
                author,
                newHtml,
                body,
                language,
                state,
                goneReason,
                words,
                postedAt,
                editedAt,
                revision,
                sourceId,
                gone,
                may,
                marks,
                fresh,
                newLinkedFrom,
                newPoll,
                newParted);
    }

    public boolean opening() {
        return number == 1;
    }

    public boolean edited() {
        return editedAt != null;
    }

    /// The code of the rule for which it is hidden; empty for another cause.
    public String rule() {
        return Reason.codeOrNone(goneReason);
    }

    /// Where it stands on its page.
    public String anchor() {
        return "p" + number;
    }
}
