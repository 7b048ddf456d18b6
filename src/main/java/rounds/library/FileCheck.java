package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Files that are held back until whoever sent them has answered for what the identifier check
/// found in them.
@Singleton
public class FileCheck {
    /// Of why a passage may stay.
    public static final int LONGEST_REASON = 500;

    /// Passages shown at once; when they are confirmed, what is left comes.
    public static final int MOST = 200;

    private static final int MOST_FILES = 100;
    private static final Duration EVERY = Duration.ofMillis(100);

    private final FileFindingRepository rows;
    private final Library library;
    private final Fetching fetching;
    private final Versions versions;
    private final TextReading reading;
    private final Curation curation;
    private final CurationLog log;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    FileCheck(
            FileFindingRepository rows,
            Library library,
            Fetching fetching,
            Versions versions,
            TextReading reading,
            Curation curation,
            CurationLog log,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.library = library;
        this.fetching = fetching;
        this.versions = versions;
        this.reading = reading;
        this.curation = curation;
        this.log = log;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// What was found in the file of a version, for who made it, who shared the resource, and
    /// moderators.
    ///
    /// @throws ProblemException not found, also for who may not read the version
    public CheckedFile of(Viewer viewer, long id, int number) {
        return transactions.read(
                viewer,
                () -> {
                    ResourcePage page = library.page(viewer, id, number);
                    return checked(viewer, page, MOST);
                });
    }

    /// The same of a version that is shown, as far as it is asked about; needs no other look at it.
    ///
    /// @param most so many passages
    public CheckedFile beside(Viewer viewer, ResourcePage page, int most) {
        return page.shown().looked().isOpen()
                ? transactions.read(viewer, () -> checked(viewer, page, most))
                : new CheckedFile(page, List.of(), 0, mayAnswer(viewer, page));
    }

    private CheckedFile checked(Viewer viewer, ResourcePage page, int most) {
        long version = page.shown().id();
        return new CheckedFile(
                page, rows.of(version, most), rows.open(version), mayAnswer(viewer, page));
    }

    private static boolean mayAnswer(Viewer viewer, ResourcePage page) {
        return viewer instanceof Viewer.SignedIn person
                && (page.shown().madeBy().id() == person.personId()
                        || page.resource().sharedBy().id() == person.personId());
    }

    /// Says why passages in a file may stay. When none is asked about any more, the version is put
    /// in its place.
    ///
    /// @param version its id
    /// @param which ids of passages; null: all of them
    /// @param reason of at most 500 `char`s
    /// @return whether nothing is asked about any more
    /// @throws ProblemException not found; invalid on `reason`; conflict, where none of them is to
    ///   be confirmed: it was done, or is the number of a health card, or somebody else's file
    public boolean confirm(
            Viewer.SignedIn viewer,
            long id,
            long version,
            @Nullable Collection<Long> which,
            String reason) {
        String why = Shared.words("reason", Entry.line("reason", reason, LONGEST_REASON));
        if (why.isEmpty()) {
            throw ProblemException.invalid("reason", "library.check.reason.missing");
        }
        return transactions.write(
                viewer,
                () -> {
                    ResourceRow row = fetching.row(id);
                    versions.requireOf(id, version);
                    int done =
                            rows.confirm(
                                    version,
                                    which == null ? null : which.toArray(Long[]::new),
                                    why,
                                    moment.now());
                    if (done == 0) {
                        throw Fetching.conflict("library.check.meanwhile");
                    }
                    log.decided(viewer, row, "file_confirmed", versions.maker(version), "", why);
                    changes.append(viewer.personId(), Fetching.ref(id), What.AUDIENCE);
                    return done == 2;
                });
    }

    /// Waits until the files of these resources have been looked at, so that who sends a small one
    /// finds it shared; larger ones are shared by themselves afterwards.
    ///
    /// @param most so long
    /// @return false when some are still being looked at
    public boolean await(Viewer viewer, List<Long> resources, Duration most)
            throws InterruptedException {
        Long[] ids = resources.toArray(Long[]::new);
        long until = System.nanoTime() + most.toNanos();
        boolean begun = false;
        while (transactions.read(viewer, () -> rows.waiting(ids)) > 0) {
            if (!begun) {
                reading.begin();
                begun = true;
            }
            if (System.nanoTime() >= until) {
                return false;
            }
            Thread.sleep(EVERY);
        }
        return true;
    }

    /// The files in a community that wait for an answer, the longest waiting first: at most 100.
    ///
    /// @throws ProblemException as the policy refuses it
    public List<HeldFile> held(Viewer.SignedIn viewer, Community community) {
        curation.require(Capability.HANDLE_REPORTS, community.standing(), false);
        return transactions.read(
                viewer,
                () ->
                        rows.held(community.id(), MOST_FILES).stream()
                                .map(HeldFileRow::file)
                                .toList());
    }
}
