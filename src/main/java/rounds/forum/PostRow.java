package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.List;

/// A post and its author: one row of a page.
///
/// @param words see [Post#words]
/// @param linked whether other discussions have ever led to it
/// @param body only where it is needed: asked for, or its HTML is no longer trusted
@MappedEntity("post")
record PostRow(
        @Id long id,
        long discussionId,
        int number,
        @Nullable Long parentId,
        @Nullable Integer parentNumber,
        @Nullable String parentName,
        String path,
        int depth,
        long authorId,
        String handle,
        String name,
        String profession,
        String html,
        int htmlVersion,
        @Nullable String body,
        String language,
        String state,
        @Nullable String goneReason,
        @Nullable String words,
        Instant postedAt,
        @Nullable Instant editedAt,
        int revision,
        @Nullable String sourceId,
        Integer[] counts,
        boolean helped,
        boolean firstHere,
        @Nullable String own,
        boolean fresh,
        boolean linked,
        boolean polled) {

    boolean isBy(Viewer viewer) {
        return authorId == viewer.personId();
    }

    /// Whether a moderator may bring these words back.
    boolean isRestorable() {
        return state.equals(State.HIDDEN.code())
                || (state.equals(State.DELETED.code()) && Gone.MODERATOR.code().equals(goneReason));
    }

    boolean isVisible() {
        return state.equals(State.VISIBLE.code());
    }

    /// @param welcome whether a first post is marked as one, where it stands
    PostMarks marks(boolean welcome, boolean may, boolean mayHelp) {
        return PostMarks.of(counts, helped, welcome && firstHere, own, may, mayHelp);
    }

    Post shown(Markdown markdown, PostRights may, PostMarks marks) {
        return shown(markdown, may, marks, parentName);
    }

    /// @param answers the name of whom it answers, where that is to be shown
    Post shown(Markdown markdown, PostRights may, PostMarks marks, @Nullable String answers) {
        return new Post(
                id,
                number,
                depth,
                parentId,
                parentNumber,
                answers,
                new Author(authorId, handle, name, profession),
                safeHtml(markdown),
                body,
                language,
                State.of(state),
                goneReason,
                words,
                postedAt,
                editedAt,
                revision,
                sourceId,
                false,
                may,
                marks,
                fresh,
                linked ? LinkedFrom.UNREAD : LinkedFrom.NOWHERE,
                null,
                List.of());
    }

    private String safeHtml(Markdown markdown) {
        if (body == null) {
            return html;
        }
        return markdown.current(new Html(html, htmlVersion), body, htmlPrefix(id)).value();
    }

    /// Keeps the footnotes of two posts on one page apart.
    static String htmlPrefix(long id) {
        return "n" + Ids.text(id);
    }
}
