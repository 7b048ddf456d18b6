package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.CommunityLog;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Viewer;

/// Writes what moderators do into their community's log.
@Singleton
final class Journal {
    private final CommunityLog log;

    Journal(CommunityLog log) {
        this.log = log;
    }

    /// @param kind the code of the [Reason] behind it; empty where there is none
    /// @param words the moderator's own
    void note(
            Viewer.SignedIn actor,
            DiscussionRow discussion,
            ModerationAct act,
            PostRow post,
            String kind,
            String words) {
        log.add(
                actor,
                discussion.communityId(),
                act.code(),
                PostEdits.content(post),
                post.authorId(),
                kind,
                words);
    }

    void note(Viewer.SignedIn actor, DiscussionRow discussion, ModerationAct act) {
        note(actor, discussion.communityId(), discussion, act, "");
    }

    void note(
            Viewer.SignedIn actor,
            long communityId,
            DiscussionRow discussion,
            ModerationAct act,
            String reason) {
        log.add(
                actor,
                communityId,
                act.code(),
                new ContentRef(ContentType.DISCUSSION, discussion.id()),
                discussion.openedBy(),
                "",
                reason);
    }

    /// At the discussion that posts left.
    ///
    /// @param posts how many
    /// @param into the title of where they are
    void noteParted(Viewer.SignedIn actor, DiscussionRow discussion, int posts, String into) {
        log.add(
                actor,
                discussion.communityId(),
                ModerationAct.PARTED.code(),
                new ContentRef(ContentType.DISCUSSION, discussion.id()),
                discussion.openedBy(),
                String.valueOf(posts),
                into);
    }

    /// @param kind the code of the one it had; empty where that stayed
    void noteCorrected(Viewer.SignedIn actor, DiscussionRow discussion, String kind) {
        log.add(
                actor,
                discussion.communityId(),
                ModerationAct.CORRECTED.code(),
                new ContentRef(ContentType.DISCUSSION, discussion.id()),
                discussion.openedBy(),
                kind,
                "");
    }

    void noteTag(Viewer.SignedIn actor, long communityId, ModerationAct act, String detail) {
        log.add(actor, communityId, act.code(), detail, "");
    }
}
