package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.CommunityLog;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.State;
import rounds.kernel.Viewer;

/// Writes what curators and moderators do with resources into their community's log.
@Singleton
final class CurationLog {
    private final CommunityLog log;

    CurationLog(CommunityLog log) {
        this.log = log;
    }

    void moved(Viewer.SignedIn actor, ResourceRow resource, State becomes, String reason) {
        String act =
                switch (becomes) {
                    case HIDDEN -> "resource_hidden";
                    case DELETED ->
                            resource.state().equals(State.QUEUED.code())
                                    ? "resource_declined"
                                    : "resource_deleted";
                    case VISIBLE ->
                            resource.state().equals(State.QUEUED.code())
                                    ? "resource_admitted"
                                    : "resource_restored";
                    case QUEUED -> throw new IllegalArgumentException("Nothing is queued again.");
                };
        note(actor, resource, act, reason);
    }

    void kept(Viewer.SignedIn actor, ResourceRow resource, String words) {
        note(actor, resource, "resource_kept", words);
    }

    /// That it was not let in is taken back.
    void reopened(Viewer.SignedIn actor, ResourceRow resource) {
        note(actor, resource, "resource_reopened", "");
    }

    void curated(
            Viewer.SignedIn actor,
            ResourceRow resource,
            boolean official,
            @Nullable Long successorId) {
        if (official != resource.official()) {
            note(
                    actor,
                    resource,
                    official ? "resource_made_official" : "resource_not_official",
                    "");
        }
        if (successorId != null && !successorId.equals(resource.successorId())) {
            note(actor, resource, "resource_superseded", "");
        }
    }

    /// What somebody proposed was taken, or not.
    ///
    /// @param proposer whom it concerns
    void decided(
            Viewer.SignedIn actor,
            ResourceRow resource,
            String act,
            long proposer,
            String detail,
            String reason) {
        log.add(
                actor,
                resource.communityId(),
                act,
                new ContentRef(ContentType.RESOURCE, resource.id()),
                proposer,
                detail,
                reason);
    }

    /// @param title of the collection
    void collected(Viewer.SignedIn actor, long communityId, String act, String title) {
        log.add(actor, communityId, act, title, "");
    }

    /// @param title of the collection that it was put into, or taken out of
    void collected(Viewer.SignedIn actor, ResourceRow resource, String act, String title) {
        note(actor, resource, act, title, "");
    }

    private void note(Viewer.SignedIn actor, ResourceRow resource, String act, String reason) {
        note(actor, resource, act, "", reason);
    }

    private void note(
            Viewer.SignedIn actor, ResourceRow resource, String act, String detail, String reason) {
        log.add(
                actor,
                resource.communityId(),
                act,
                new ContentRef(ContentType.RESOURCE, resource.id()),
                resource.sharedBy(),
                detail,
                reason);
    }
}
