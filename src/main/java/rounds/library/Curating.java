package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;

import java.time.LocalDate;

/// Curators keep a library true.
@Singleton
public class Curating {
    private final ResourceRepository rows;
    private final Fetching fetching;
    private final Curation curation;
    private final CurationLog log;
    private final Changes changes;
    private final Transactions transactions;

    Curating(
            ResourceRepository rows,
            Fetching fetching,
            Curation curation,
            CurationLog log,
            Changes changes,
            Transactions transactions) {
        this.rows = rows;
        this.fetching = fetching;
        this.curation = curation;
        this.log = log;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// Says whether a community stands for a resource, when it is due to be looked at again, and
    /// what has taken its place.
    ///
    /// @param revision that was looked at; null: whichever it is now
    /// @param successorId a resource of the same community
    /// @throws ProblemException conflict, when somebody else changed it meanwhile
    public void curate(
            Viewer.SignedIn viewer,
            long id,
            @Nullable Integer revision,
            boolean official,
            @Nullable LocalDate reviewOn,
            @Nullable Long successorId) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = fetching.there(id);
                    curation.require(Capability.CURATE, row.standing(viewer), false);
                    requireSuccessor(row, successorId);
                    int seen = revision == null ? row.revision() : revision;
                    if (rows.curate(id, seen, official, reviewOn, successorId) == 0) {
                        throw Fetching.conflict("library.edited-meanwhile");
                    }
                    log.curated(viewer, row, official, successorId);
                    changes.append(viewer.personId(), Fetching.ref(id), What.EDITED);
                    return row;
                });
    }

    private void requireSuccessor(ResourceRow row, @Nullable Long successorId) {
        if (successorId == null) {
            return;
        }
        boolean fits =
                successorId != row.id()
                        && rows.seen(successorId)
                                .filter(other -> other.communityId() == row.communityId())
                                .filter(other ->
                                        other.successorId() == null
                                                || other.successorId() != row.id())
                                .isPresent();
        if (!fits) {
            throw ProblemException.invalid("successor", "library.successor.unusable");
        }
    }
}
