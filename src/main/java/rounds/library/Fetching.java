package rounds.library;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;

/// Finds the resource of which a deed speaks; needs the viewer's running transaction.
@Singleton
final class Fetching {
    private final ResourceRepository rows;
    private final Described described;
    private final Curation curation;

    Fetching(ResourceRepository rows, Described described, Curation curation) {
        this.rows = rows;
        this.described = described;
        this.curation = curation;
    }

    /// @throws ProblemException not found, also for who may not read it
    ResourceRow row(long id) {
        return rows.seen(id).orElseThrow(ProblemException::notFound);
    }

    /// The same, if nobody has deleted it.
    ResourceRow there(long id) {
        ResourceRow row = row(id);
        if (row.state().equals(State.DELETED.code())) {
            throw ProblemException.notFound();
        }
        return row;
    }

    /// The same, or what was not let in, for who shared it.
    ResourceRow mendable(Viewer viewer, long id) {
        ResourceRow row = row(id);
        return row.declined() && row.sharedBy(viewer) ? row : there(id);
    }

    Resource seen(Viewer viewer, long id) {
        return described.seen(row(id), viewer);
    }

    /// @throws ProblemException as the policy refuses who may not edit
    void require(Viewer.SignedIn viewer, ResourceRow row, boolean may) {
        if (!may) {
            curation.require(Capability.CURATE, row.standing(viewer), false);
            throw conflict("library.moved-meanwhile");
        }
    }

    static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }

    static ContentRef ref(long id) {
        return new ContentRef(ContentType.RESOURCE, id);
    }
}
