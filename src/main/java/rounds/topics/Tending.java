package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;

/// Finds the topic around which something is gathered, for who may do that; needs the viewer's
/// running transaction.
@Singleton
final class Tending {
    private final TendingRepository rows;
    private final Changes changes;

    Tending(TendingRepository rows, Changes changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /// @throws ProblemException not found, also for who may not read it
    TendedRow row(long id) {
        return rows.seen(id).orElseThrow(ProblemException::notFound);
    }

    /// A topic under way, for who tends it.
    ///
    /// @throws ProblemException not found; forbidden; conflict, before it is opened and when it has
    ///   ended
    TendedRow tended(long id) {
        TendedRow row = row(id);
        if (!row.curates()) {
            throw forbidden("topics.not-tended");
        }
        return underWay(row);
    }

    /// The same for every member of the community that has it.
    TendedRow shared(long id) {
        TendedRow row = row(id);
        if (!row.member()) {
            throw forbidden("topics.members-only");
        }
        return underWay(row);
    }

    private static TendedRow underWay(TendedRow row) {
        if (!row.underWay()) {
            throw conflict("topics.not-under-way");
        }
        return row;
    }

    /// Says that what is gathered around it is worth another look.
    void changed(Viewer.SignedIn viewer, long id, What what) {
        changes.append(viewer.personId(), new ContentRef(ContentType.TOPIC, id), what);
    }

    static ProblemException forbidden(String why) {
        return new ProblemException(new Problem.Forbidden(why));
    }

    static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }
}
