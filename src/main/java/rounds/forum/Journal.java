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

    void noteTag(Viewer.SignedIn actor, long communityId, ModerationAct act, String detail) {
        log.add(actor, communityId, act.code(), detail, "");
    }
}
