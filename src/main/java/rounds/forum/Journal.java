package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

/// Writes what moderators do into their community's log.
@Singleton
final class Journal {
    private final ModerationRepository rows;
    private final Moment moment;

    Journal(ModerationRepository rows, Moment moment) {
        this.rows = rows;
        this.moment = moment;
    }

    /// @param act a code, for which the theme has a sentence
    void note(
            Viewer.SignedIn actor,
            DiscussionRow discussion,
            String act,
            PostRow post,
            String reason) {
        note(actor, discussion, act, PostEdits.content(post), post.authorId(), reason);
    }

    void note(Viewer.SignedIn actor, DiscussionRow discussion, String act, String reason) {
        var content = new ContentRef(ContentType.DISCUSSION, discussion.id());
        note(actor, discussion, act, content, discussion.openedBy(), reason);
    }

    private void note(
            Viewer.SignedIn actor,
            DiscussionRow discussion,
            String act,
            ContentRef content,
            @Nullable Long person,
            String reason) {
        rows.note(
                Ids.next(),
                discussion.communityId(),
                actor.personId(),
                act,
                content.type().code(),
                content.id(),
                person,
                reason,
                moment.now());
    }
}
