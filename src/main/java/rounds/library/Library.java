package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.changes.Submissions;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.files.FileStore;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The library of a community: share a file, a link or a text, read it, put a new version in its
/// place, keep it true.
@Singleton
public class Library {
    private static final int MOST_VERSIONS = 200;
    private static final int MOST_PAGES = 50;

    private final ResourceRepository rows;
    private final Versions versions;
    private final Described described;
    private final Curation curation;
    private final CurationLog log;
    private final FileStore files;
    private final Submissions submissions;
    private final Limits limits;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    Library(
            ResourceRepository rows,
            Versions versions,
            Described described,
            Curation curation,
            CurationLog log,
            FileStore files,
            Submissions submissions,
            Limits limits,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.versions = versions;
        this.described = described;
        this.curation = curation;
        this.log = log;
        this.files = files;
        this.submissions = submissions;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Shares a resource with a community.
    ///
    /// @param submission by which the same request, sent twice, is known
    /// @throws ProblemException not found, forbidden, or invalid with every field that cannot be
    ///   taken
    public Resource share(
            Viewer.SignedIn viewer,
            String slug,
            Details entered,
            Material material,
            @Nullable String submission) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        Described.Ready details = described.ready(entered);
        Versions.Ready version = versions.ready(material, "");
        return transactions.write(
                viewer,
                () -> {
                    RoomRow room = rows.room(slug).orElseThrow(ProblemException::notFound);
                    curation.require(Capability.SHARE, room.standing(viewer), false);
                    requireOriginal(details.details().adaptation());
                    var made = new ContentRef(ContentType.RESOURCE, Ids.next());
                    Optional<ContentRef> before =
                            submissions.claim(
                                    viewer.personId(),
                                    submission,
                                    made,
                                    List.of(slug, entered, material));
                    if (before.isEmpty()) {
                        described.add(made.id(), room, details);
                        versions.put(made.id(), room.id(), version);
                        changes.append(viewer.personId(), made, What.CREATED);
                    }
                    return seen(viewer, row(before.orElse(made).id()));
                });
    }

    private void requireOriginal(@Nullable Adaptation adaptation) {
        if (adaptation != null
                && rows.seen(adaptation.original())
                        .filter(original -> original.state().equals(State.VISIBLE.code()))
                        .isEmpty()) {
            throw ProblemException.invalid("adaptation", "library.adaptation.gone");
        }
    }

    /// A resource and the version that is read, or another that is asked for.
    ///
    /// @param number of a version; null: the one that is read
    /// @throws ProblemException not found, also for who may not read it
    public ResourcePage page(Viewer viewer, long id, @Nullable Integer number) {
        return transactions.read(
                viewer,
                () -> {
                    ResourceRow row = row(id);
                    int shown = number == null ? row.current() : number;
                    List<Version> all = versions.of(id, shown, MOST_VERSIONS);
                    return new ResourcePage(
                            seen(viewer, row),
                            all.stream()
                                    .filter(version -> version.number() == shown)
                                    .findFirst()
                                    .orElseThrow(ProblemException::notFound),
                            all);
                });
    }

    public Resource resource(Viewer viewer, long id) {
        return transactions.read(viewer, () -> seen(viewer, row(id)));
    }

    /// The text of a version, some pages of it.
    ///
    /// @param first from 1
    /// @param most at most 50
    public List<TextPage> text(Viewer viewer, long id, int number, int first, int most) {
        return transactions.read(
                viewer,
                () ->
                        versions.pages(
                                id, number, first, first + Math.clamp(most, 1, MOST_PAGES) - 1));
    }

    /// The file of a version.
    ///
    /// @throws ProblemException not found, also for who may not read it, and for what is no file
    public ResourceFile file(Viewer viewer, long id, int number) {
        return transactions.read(
                viewer,
                () -> {
                    row(id);
                    return versions.file(id, number);
                });
    }

    /// What is in it.
    public InputStream open(ResourceFile file) throws IOException {
        return files.open(file.hash());
    }

    /// Counts that the viewer opened a resource, or took its file along: once a person.
    public void used(Viewer viewer, long id, boolean taking) {
        if (viewer instanceof Viewer.SignedIn person) {
            transactions.write(person, () -> rows.use(id, taking, moment.now()));
        }
    }

    /// Changes what is said of a resource.
    ///
    /// @param revision that was edited; null: whichever it is now
    public Resource edit(
            Viewer.SignedIn viewer, long id, Details entered, @Nullable Integer revision) {
        Described.Ready details = described.ready(entered);
        return transactions.write(
                viewer,
                () -> {
                    ResourceRow row = row(id);
                    requireThere(row);
                    require(viewer, row, seen(viewer, row).may().edit());
                    if (!described.edit(row, revision, details)) {
                        throw conflict("library.edited-meanwhile");
                    }
                    changes.append(viewer.personId(), ref(id), What.AUDIENCE);
                    return seen(viewer, row(id));
                });
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
                            ResourceRow row = row(id);
                            ResourceRights may = seen(viewer, row).may();
                            require(viewer, row, may.edit() || may.propose());
                            long made = versions.propose(id, row.communityId(), version);
                            if (may.edit()) {
                                versions.accept(made);
                            }
                            changes.append(
                                    viewer.personId(),
                                    ref(id),
                                    may.edit() ? What.AUDIENCE : What.MARKED);
                            return versions.number(id, made);
                        });
        return page(viewer, id, number);
    }

    /// Decides about a proposed version.
    public void decide(Viewer.SignedIn viewer, long id, int number, boolean accepted) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = row(id);
                    require(viewer, row, seen(viewer, row).may().edit());
                    if (!versions.decide(id, number, accepted)) {
                        throw conflict("library.decided-meanwhile");
                    }
                    changes.append(
                            viewer.personId(), ref(id), accepted ? What.AUDIENCE : What.MARKED);
                    return row;
                });
    }

    /// Says whether a community stands for a resource, when it is due to be looked at again, and
    /// what has taken its place.
    ///
    /// @param successorId a resource of the same community
    public void curate(
            Viewer.SignedIn viewer,
            long id,
            boolean official,
            @Nullable LocalDate reviewOn,
            @Nullable Long successorId) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = row(id);
                    curation.require(Capability.CURATE, row.standing(viewer), false);
                    requireThere(row);
                    requireSuccessor(row, successorId);
                    rows.curate(id, official, reviewOn, successorId);
                    log.curated(viewer, row, official, successorId);
                    changes.append(viewer.personId(), ref(id), What.EDITED);
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

    /// Takes a resource out of the library: its owner, or a moderator.
    public void delete(Viewer.SignedIn viewer, long id) {
        move(viewer, id, Capability.DELETE, State.DELETED, "");
    }

    /// @param reason for the community's log
    public void hide(Viewer.SignedIn viewer, long id, String reason) {
        move(viewer, id, Capability.HIDE, State.HIDDEN, reason);
    }

    public void restore(Viewer.SignedIn viewer, long id, String reason) {
        move(viewer, id, Capability.HIDE, State.VISIBLE, reason);
    }

    private void move(
            Viewer.SignedIn viewer, long id, Capability wanted, State becomes, String reason) {
        transactions.write(
                viewer,
                () -> {
                    ResourceRow row = row(id);
                    boolean own = row.sharedBy(viewer);
                    requireThere(row);
                    curation.require(wanted, row.standing(viewer), own);
                    if (!rows.move(id, row.state(), becomes.code())) {
                        throw conflict("library.moved-meanwhile");
                    }
                    if (!own) {
                        log.moved(viewer, row, becomes, reason);
                    }
                    changes.append(viewer.personId(), ref(id), What.AUDIENCE);
                    return row;
                });
    }

    private ResourceRow row(long id) {
        return rows.seen(id).orElseThrow(ProblemException::notFound);
    }

    private Resource seen(Viewer viewer, ResourceRow row) {
        return described.seen(row, viewer);
    }

    private static void requireThere(ResourceRow row) {
        if (row.state().equals(State.DELETED.code())) {
            throw ProblemException.notFound();
        }
    }

    /// @throws ProblemException as the policy refuses who may not edit
    private void require(Viewer.SignedIn viewer, ResourceRow row, boolean may) {
        if (!may) {
            curation.require(Capability.CURATE, row.standing(viewer), false);
            throw conflict("library.moved-meanwhile");
        }
    }

    private static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }

    private static ContentRef ref(long id) {
        return new ContentRef(ContentType.RESOURCE, id);
    }
}
