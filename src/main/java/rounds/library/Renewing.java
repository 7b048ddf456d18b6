package rounds.library;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

/// New versions of what a library holds: put in place, or proposed and decided about.
@Singleton
public class Renewing {
    private final Library library;
    private final Fetching fetching;
    private final Described described;
    private final Versions versions;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;

    Renewing(
            Library library,
            Fetching fetching,
            Described described,
            Versions versions,
            Limits limits,
            Changes changes,
            Transactions transactions) {
        this.library = library;
        this.fetching = fetching;
        this.described = described;
        this.versions = versions;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// Puts a new version under the same address; of who may not, it waits for a curator.
    ///
    /// @param note why
    public ResourcePage renew(Viewer.SignedIn viewer, long id, Material material, String note) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        Versions.Ready version = versions.ready(material, note);
        int number =
                transactions.write(
                        viewer,
                        () -> {
                            ResourceRow row = fetching.row(id);
                            ResourceRights may = described.seen(row, viewer).may();
                            fetching.require(viewer, row, may.edit() || may.propose());
                            // Where members' resources are looked at, so are their new versions.
                            boolean stands = may.curate() || (may.edit() && !row.reviewResources());
                            if (!stands) {
                                versions.requireFewWaiting(id);
                            }
                            long made = versions.propose(id, row.communityId(), version);
                            if (stands) {
                                versions.accept(made);
                            }
                            changes.append(
                                    viewer.personId(),
                                    Fetching.ref(id),
                                    stands ? What.AUDIENCE : What.MARKED);
                            return versions.number(id, made);
                        });
        return library.page(viewer, id, number);
    }

    /// Decides about a proposed version.
    public void decide(Viewer.SignedIn viewer, long id, int number, boolean accepted) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = fetching.row(id);
                    ResourceRights may = described.seen(row, viewer).may();
                    fetching.require(
                            viewer, row, may.curate() || (may.edit() && !row.reviewResources()));
                    if (!versions.decide(id, number, accepted)) {
                        throw Fetching.conflict("library.decided-meanwhile");
                    }
                    changes.append(
                            viewer.personId(),
                            Fetching.ref(id),
                            accepted ? What.AUDIENCE : What.MARKED);
                    return row;
                });
    }
}
