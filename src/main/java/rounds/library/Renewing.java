package rounds.library;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

/// New versions of what a library holds: put in place, or proposed and decided about.
@Singleton
public class Renewing {
    private final Library library;
    private final Fetching fetching;
    private final Described described;
    private final Versions versions;
    private final CurationLog log;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;

    Renewing(
            Library library,
            Fetching fetching,
            Described described,
            Versions versions,
            CurationLog log,
            Limits limits,
            Changes changes,
            Transactions transactions) {
        this.library = library;
        this.fetching = fetching;
        this.described = described;
        this.versions = versions;
        this.log = log;
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
                            boolean stands =
                                    may.curate()
                                            || (may.edit()
                                                    && (!row.reviewResources()
                                                            || withheld(row)
                                                            || unread(row)));
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

    /// Puts a proposed version in the place of the one that is read.
    ///
    /// @param version the id of the one that was looked at: its number may be another's by now
    /// @param current the number of the version that it was compared with
    /// @return the number that it has now: another, where a newer one was taken before
    /// @throws ProblemException conflict, when another one is read now, or it does not wait any
    ///   more
    public int take(Viewer.SignedIn viewer, long id, long version, int current) {
        return transactions.write(
                viewer,
                () -> {
                    ResourceRow row = decidable(viewer, id);
                    versions.requireOf(id, version);
                    if (row.current() != current) {
                        throw Fetching.conflict("library.version.other-current");
                    }
                    if (!versions.take(version, current)) {
                        throw Fetching.conflict("library.decided-meanwhile");
                    }
                    log.decided(viewer, row, "version_taken", versions.maker(version), "", "");
                    changes.append(viewer.personId(), Fetching.ref(id), What.AUDIENCE);
                    return versions.number(id, version);
                });
    }

    /// Leaves the version that is read in its place.
    ///
    /// @param version the id of the one that was looked at
    /// @param reason for whoever proposed it, and the community's log
    public void decline(Viewer.SignedIn viewer, long id, long version, String reason) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = decidable(viewer, id);
                    versions.requireOf(id, version);
                    String why = Entry.reason(reason);
                    if (!versions.decline(version, why)) {
                        throw Fetching.conflict("library.decided-meanwhile");
                    }
                    log.decided(viewer, row, "version_declined", versions.maker(version), "", why);
                    changes.append(viewer.personId(), Fetching.ref(id), What.MARKED);
                });
    }

    /// Takes back that a version was not taken: it waits again.
    ///
    /// @param version its id
    /// @throws ProblemException conflict, when it waits or was taken; forbidden of her own
    public void reopen(Viewer.SignedIn viewer, long id, long version) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow row = decidable(viewer, id);
                    versions.requireOf(id, version);
                    long maker = versions.maker(version);
                    if (maker == viewer.personId()) {
                        throw new ProblemException(new Problem.Forbidden("forum.moderation.own"));
                    }
                    if (!versions.reopen(version)) {
                        throw Fetching.conflict("library.decided-meanwhile");
                    }
                    log.decided(
                            viewer,
                            row,
                            "version_reopened",
                            maker,
                            String.valueOf(versions.number(id, version)),
                            "");
                    changes.append(viewer.personId(), Fetching.ref(id), What.MARKED);
                });
    }

    /// Takes back what the viewer proposed. Nothing of it stays.
    ///
    /// @throws ProblemException not found; conflict, when it is not hers, or does not wait any more
    public void withdraw(Viewer.SignedIn viewer, long id, int number) {
        transactions.run(
                viewer,
                () -> {
                    fetching.there(id);
                    if (!versions.withdraw(versions.id(id, number))) {
                        throw Fetching.conflict("library.decided-meanwhile");
                    }
                    changes.append(viewer.personId(), Fetching.ref(id), What.MARKED);
                });
    }

    /// Moderators look at it before others read it.
    private static boolean withheld(ResourceRow row) {
        return row.is() == State.HIDDEN || row.is() == State.DELETED;
    }

    /// Its first file is held, and this one is to take its place.
    private boolean unread(ResourceRow row) {
        return row.is() == State.QUEUED && !versions.isRead(row.id());
    }

    private ResourceRow decidable(Viewer.SignedIn viewer, long id) {
        ResourceRow row = fetching.row(id);
        fetching.require(viewer, row, described.seen(row, viewer).may().decide());
        return row;
    }
}
