package rounds.search;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.phi.Identifiers;
import rounds.search.Understood.Match;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The searches that a person keeps. Only she sees them; what they find is asked as her, each time
/// anew.
@Singleton
public class SavedSearches {
    /// More than these nobody looks through.
    public static final int MOST = 50;

    public static final int LONGEST_NAME = 100;

    /// So long a deleted one can come back.
    public static final int KEPT_DAYS = 30;

    private final SavedSearchRepository rows;
    private final SystemSavedSearchRepository system;
    private final Search search;
    private final Limits limits;
    private final Moment moment;
    private final Transactions transactions;

    SavedSearches(
            SavedSearchRepository rows,
            SystemSavedSearchRepository system,
            Search search,
            Limits limits,
            Moment moment,
            Transactions transactions) {
        this.rows = rows;
        this.system = system;
        this.search = search;
        this.limits = limits;
        this.moment = moment;
        this.transactions = transactions;
    }

    /// What a person says of a search that she keeps.
    ///
    /// @param alerts whether she is told of what is new
    public record Wish(String name, boolean alerts) {}

    /// Keeps a search. What is there now is not new.
    ///
    /// @throws ProblemException invalid, without a name, for what asks for nothing, where a patient
    ///   is named beyond doubt, and where there are [#MOST] already
    public SavedSearch save(Viewer.SignedIn viewer, Wish wish, SearchRequest asked) {
        limits.take(Limit.KEEP, String.valueOf(viewer.personId()));
        String name = name(wish);
        String words = asked.q().replace('\0', ' ').strip();
        requireNobody("q", words);
        SearchResults found = search.find(viewer, asked.after(null).limit(1));
        if (found.understood().match() == Match.NOTHING) {
            throw ProblemException.invalid("q", "searches.nothing");
        }
        long id = Ids.next();
        return transactions.write(
                viewer,
                () -> {
                    int kept =
                            rows.save(
                                    id,
                                    name,
                                    words,
                                    SavedSearchRow.narrowed(asked),
                                    asked.from(),
                                    asked.to(),
                                    asked.within(),
                                    asked.order().name().toLowerCase(Locale.ROOT),
                                    asked.wants(SearchRequest.Extra.AS_TYPED),
                                    wish.alerts(),
                                    moment.now(),
                                    MOST);
                    requireRoom(kept);
                    return one(viewer, id);
                });
    }

    /// Hers, the newest first.
    public List<SavedSearch> all(Viewer.SignedIn viewer) {
        return list(viewer, false);
    }

    /// Those that she has deleted and can bring back, the newest first.
    public List<SavedSearch> deleted(Viewer.SignedIn viewer) {
        return list(viewer, true);
    }

    private List<SavedSearch> list(Viewer.SignedIn viewer, boolean deleted) {
        return transactions.read(
                viewer, () -> rows.all(deleted).stream().map(SavedSearchRow::saved).toList());
    }

    /// @throws ProblemException not found, for another's, and for one that she has deleted
    public SavedSearch one(Viewer.SignedIn viewer, long id) {
        return transactions.read(
                viewer,
                () ->
                        rows.one(id)
                                .filter(row -> row.deletedAt() == null)
                                .map(SavedSearchRow::saved)
                                .orElseThrow(ProblemException::notFound));
    }

    /// What others have written that it finds since she last looked, the newest first. A search
    /// that means nothing any more finds nothing.
    public SearchResults news(Viewer.SignedIn viewer, SavedSearch saved, int limit) {
        return search.news(
                viewer, saved.asked().limit(limit), new News(saved.lookedAt(), moment.now()));
    }

    /// @throws ProblemException invalid, for a name that cannot be taken; not found
    public void change(Viewer.SignedIn viewer, long id, Wish wish) {
        String name = name(wish);
        transactions.run(viewer, () -> require(rows.change(id, name, wish.alerts(), moment.now())));
    }

    /// What was written until that moment she has seen.
    ///
    /// @param until later than now it means now
    public void look(Viewer.SignedIn viewer, long id, Instant until) {
        Instant now = moment.now();
        Instant then =
                until.isAfter(now) ? now : until.isBefore(Instant.EPOCH) ? Instant.EPOCH : until;
        transactions.run(viewer, () -> require(rows.look(id, then, now)));
    }

    /// Deletes it; it can come back.
    public void delete(Viewer.SignedIn viewer, long id) {
        transactions.run(viewer, () -> require(rows.delete(id, moment.now())));
    }

    /// @throws ProblemException invalid, where there are [#MOST] others by now; not found
    public void bringBack(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    boolean gone =
                            rows.one(id).orElseThrow(ProblemException::notFound).deletedAt()
                                    != null;
                    if (gone) {
                        requireRoom(rows.bringBack(id, moment.now(), MOST));
                    }
                });
    }

    // Long after the start, so that no command of the command line lives to see it.
    @Scheduled(initialDelay = "1h", fixedDelay = "6h")
    void prune() {
        transactions.runAsSystem(
                () -> system.prune(moment.now().minus(Duration.ofDays(KEPT_DAYS))));
    }

    private static String name(Wish wish) {
        String name = wish.name().replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
        if (name.isEmpty()) {
            throw ProblemException.invalid("name", "searches.name.missing");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw ProblemException.invalid("name", "searches.name.too-long", LONGEST_NAME);
        }
        requireNobody("name", name);
        return name;
    }

    /// What is kept for good may not hold what identifies a patient beyond doubt.
    private static void requireNobody(String field, String text) {
        if (Identifiers.certain(text) != null) {
            throw ProblemException.invalid(field, "searches.identifying");
        }
    }

    private static void requireRoom(int kept) {
        if (kept == 0) {
            throw ProblemException.invalid("name", "searches.too-many", MOST);
        }
    }

    private static void require(int changed) {
        if (changed == 0) {
            throw ProblemException.notFound();
        }
    }
}
