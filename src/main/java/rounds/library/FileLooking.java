package rounds.library;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;

import java.time.Duration;
import java.util.List;

/// Puts versions in their place whose files hold nothing by which a patient could be known, and
/// keeps what was found in the others. Files from before that was looked at are looked through some
/// at a time: they stay where they are, unless the number of a health card stands in them.
@Singleton
class FileLooking {
    /// Longer than any file takes.
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    /// Versions looked through in a row, before others have their turn.
    private static final int AT_ONCE = 20;

    private static final int PAGES = 100;

    private final SystemLibraryRepository rows;
    private final Changes changes;
    private final Transactions transactions;
    private final Moment moment;

    FileLooking(
            SystemLibraryRepository rows,
            Changes changes,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.changes = changes;
        this.transactions = transactions;
        this.moment = moment;
    }

    @Scheduled(
            initialDelay = "${rounds.reading.every:60s}",
            fixedDelay = "${rounds.reading.every:15s}")
    void lookThroughSome() {
        for (int looked = 0; looked < AT_ONCE && lookThroughOne(); looked++) {
            // The next one.
        }
    }

    /// @return false when none waits
    boolean lookThroughOne() {
        List<UnreadRow> next =
                transactions.system(
                        () -> rows.takeUnlooked(moment.now(), moment.now().plus(AT_MOST)));
        next.forEach(this::lookThrough);
        return !next.isEmpty();
    }

    private void lookThrough(UnreadRow version) {
        var looking = new Looking(version.asks(), List.of(version.credited()));
        int after = 0;
        List<TextPage> pages;
        do {
            int behind = after;
            pages = transactions.system(() -> rows.pagesOf(version.id(), behind, PAGES));
            pages.forEach(page -> looking.look(page.number(), page.heading(), page.text()));
            after = pages.isEmpty() ? after : pages.getLast().number();
        } while (pages.size() == PAGES);
        transactions.system(() -> {
            settle(version, looking);
            changes.appendAll(
                    List.of(new ContentRef(ContentType.RESOURCE, version.resourceId())),
                    What.AUDIENCE);
            return version;
        });
    }

    /// Inside a transaction of a job.
    void settle(UnreadRow version, Looking looking) {
        Looked result = looking.result();
        rows.forgetFindings(version.id());
        List<Looking.Found> found = looking.found();
        for (int from = 0; from < found.size(); from += PAGES) {
            add(version, found.subList(from, Math.min(from + PAGES, found.size())));
        }
        rows.looked(version.id(), result.code(), moment.now());
        switch (result) {
            case CLEAR -> rows.release(version.id(), moment.now());
            case ASKS -> log(version, version.isShared() ? "file_found" : "file_held");
            case REFUSED -> {
                rows.hold(version.id());
                log(version, "file_refused");
            }
            case NONE, WAITING -> throw new IllegalStateException("It was looked at.");
        }
    }

    private void log(UnreadRow version, String act) {
        rows.log(Ids.next(), version.id(), act, moment.now());
    }

    private void add(UnreadRow version, List<Looking.Found> found) {
        rows.addFindings(
                version.id(),
                version.resourceId(),
                version.communityId(),
                found.stream().map(_ -> Ids.next()).toArray(Long[]::new),
                found.stream().map(Looking.Found::kind).toArray(String[]::new),
                found.stream().map(Looking.Found::text).toArray(String[]::new),
                found.stream().map(Looking.Found::before).toArray(String[]::new),
                found.stream().map(Looking.Found::after).toArray(String[]::new),
                found.stream().map(Looking.Found::pages).toArray(String[]::new),
                found.stream().map(Looking.Found::times).toArray(Integer[]::new),
                found.stream().map(Looking.Found::certain).toArray(Boolean[]::new));
    }
}
