package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
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
import java.util.List;
import java.util.Optional;

/// The library of a community: share a file, a link or a text, read it, say better what it is.
@Singleton
public class Library {
    private static final int MOST_VERSIONS = 200;
    private static final int MOST_PAGES = 50;

    private final ResourceRepository rows;
    private final Versions versions;
    private final Described described;
    private final Curation curation;
    private final Fetching fetching;
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
            Fetching fetching,
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
        this.fetching = fetching;
        this.files = files;
        this.submissions = submissions;
        this.limits = limits;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Shares a resource with a community. Where the community wants it, what members share waits
    /// for a moderator.
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
                        boolean waits =
                                room.reviewResources()
                                        && !curation.may(Capability.CURATE, room.standing(viewer));
                        described.add(
                                made.id(), room, details, waits ? State.QUEUED : State.VISIBLE);
                        versions.put(made.id(), room.id(), version);
                        changes.append(viewer.personId(), made, What.CREATED);
                    }
                    return fetching.seen(viewer, before.orElse(made).id());
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
                    ResourceRow row = fetching.row(id);
                    int shown = number == null ? row.current() : number;
                    List<Version> all = versions.of(id, shown, MOST_VERSIONS);
                    Resource resource = described.seen(row, viewer);
                    return new ResourcePage(
                            resource,
                            all.stream()
                                    .filter(version -> version.number() == shown)
                                    .findFirst()
                                    .orElseThrow(ProblemException::notFound),
                            all,
                            resource.may().edit() ? described.proposed(id) : null,
                            resource.may().edit() ? described.declined(id) : null,
                            row.asking(),
                            resource.state() == State.VISIBLE ? null : rows.fate(id).orElse(null),
                            row.opens(),
                            (resource.state() == State.QUEUED || resource.state() == State.HIDDEN)
                                    && described.kept(id));
                });
    }

    /// Whether a version can have had that number, which it has no more: it was taken back, or got
    /// another when it was taken.
    ///
    /// @throws ProblemException not found, where the viewer does not read the resource
    public boolean hasHad(Viewer viewer, long id, int number) {
        return transactions.read(
                viewer,
                () -> {
                    int last =
                            versions.of(id, fetching.row(id).current(), MOST_VERSIONS).stream()
                                    .mapToInt(Version::number)
                                    .max()
                                    .orElse(0);
                    return number > 0 && number < last;
                });
    }

    public Resource resource(Viewer viewer, long id) {
        return transactions.read(viewer, () -> fetching.seen(viewer, id));
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

    /// The text of a version from a page on, as much of it as is asked for: pages on which nothing
    /// is written are not counted.
    ///
    /// @param first from 1
    /// @param most at most 50
    public List<TextPage> following(Viewer viewer, long id, int number, int first, int most) {
        return transactions.read(
                viewer,
                () -> versions.following(id, number, first, Math.clamp(most, 1, MOST_PAGES)));
    }

    /// The file of a version.
    ///
    /// @throws ProblemException not found, also for who may not read it, and for what is no file
    public ResourceFile file(Viewer viewer, long id, int number) {
        return transactions.read(
                viewer,
                () -> {
                    fetching.row(id);
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

    /// Changes what is said of a resource. Where curators look at what members share, what its
    /// owner wants to be said of one that others read waits for one of them: see [Rewording].
    ///
    /// @param revision that was edited; null: whichever it is now
    /// @return as it is read now
    public Resource edit(
            Viewer.SignedIn viewer, long id, Details entered, @Nullable Integer revision) {
        return edit(viewer, id, entered, revision, null);
    }

    /// The same, going on from words of hers that wait.
    ///
    /// @param words their id; 0: none waited; null: whichever wait now
    /// @throws ProblemException conflict, when other words wait now: she wrote them in another
    ///   window
    public Resource edit(
            Viewer.SignedIn viewer,
            long id,
            Details entered,
            @Nullable Integer revision,
            @Nullable Long words) {
        limits.take(Limit.POST, String.valueOf(viewer.personId()));
        Described.Ready details = described.ready(entered);
        return transactions.write(
                viewer,
                () -> {
                    ResourceRow row = fetching.mendable(viewer, id);
                    fetching.require(viewer, row, described.seen(row, viewer).may().edit());
                    boolean stands =
                            !row.reviewResources()
                                    || row.is() != State.VISIBLE
                                    || curation.may(Capability.CURATE, row.standing(viewer));
                    if (stands) {
                        put(row, revision, details);
                    } else {
                        propose(row, revision, words, details);
                    }
                    if (row.sharedBy(viewer)
                            && (stands || details.details().equals(row.details()))) {
                        described.forget(row);
                    }
                    changes.append(
                            viewer.personId(),
                            Fetching.ref(id),
                            stands ? What.AUDIENCE : What.MARKED);
                    return fetching.seen(viewer, id);
                });
    }

    private void put(ResourceRow row, @Nullable Integer revision, Described.Ready details) {
        if (!described.edit(row, revision, details)) {
            throw Fetching.conflict("library.edited-meanwhile");
        }
    }

    private void propose(
            ResourceRow row,
            @Nullable Integer revision,
            @Nullable Long words,
            Described.Ready details) {
        if (revision != null && revision != row.revision()) {
            throw Fetching.conflict("library.edited-meanwhile");
        }
        if (!described.propose(row, words, details)) {
            throw Fetching.conflict("library.edited-meanwhile");
        }
    }
}
