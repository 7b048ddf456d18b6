package rounds.search;

import io.micronaut.context.annotation.Value;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Looks for what is new in saved searches whose owners want to be told: each by itself, as its
/// owner, so that what she may not read is neither counted nor told.
@Singleton
public class DueSearches {
    /// She is told of one search at most once in so long.
    static final Duration REST = Duration.ofHours(1);

    /// A node that has not answered by then is taken to be dead.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// Content to speak of; the first of it that can be told is enough.
    private static final int FIRST = 5;

    private final SystemSavedSearchRepository rows;
    private final Search search;
    private final Transactions transactions;
    private final Duration pause;
    private final Duration settling;

    /// @param pause where nothing was new, it is looked for again after so long
    /// @param settling what is younger may not be in the index of this node yet
    DueSearches(
            SystemSavedSearchRepository rows,
            Search search,
            Transactions transactions,
            @Value("${rounds.searches.pause}") Duration pause,
            @Value("${rounds.searches.settling}") Duration settling) {
        this.rows = rows;
        this.search = search;
        this.transactions = transactions;
        this.pause = pause;
        this.settling = settling;
    }

    /// One that this node looks for now.
    ///
    /// @param again when another would take it up
    public record Due(
            long id, long personId, SearchRequest asked, News news, Instant now, Instant again) {
        Viewer.SignedIn owner() {
            return new Viewer.SignedIn(personId, 0, 0);
        }
    }

    /// @param contents the newest of them; a page stands for its document
    /// @param total of all
    public record Found(List<ContentRef> contents, long total) {
        static final Found NOTHING = new Found(List.of(), 0);
    }

    /// Takes the one that has waited longest; null where none is due.
    public @Nullable Due take(Instant now) {
        Instant again = now.plus(PATIENCE);
        return transactions.system(() ->
                rows.due(now).stream().findFirst().map(row -> taken(row, now, again)).orElse(null));
    }

    private Due taken(SavedSearchRow row, Instant now, Instant again) {
        rows.postpone(row.id(), again);
        return new Due(
                row.id(),
                row.personId(),
                row.asked().limit(FIRST),
                new News(row.newsSince(), now.minus(settling)),
                now,
                again);
    }

    /// What others have written that it finds, as its owner reads it at this moment; null while
    /// that cannot be said.
    public @Nullable Found find(Due due) {
        Viewer.SignedIn owner = due.owner();
        SearchResults found;
        try {
            found = transactions.inTheNameOf(owner, () -> search.news(owner, due.asked, due.news));
        } catch (ProblemException _) {
            // Her account was suspended in this moment.
            return Found.NOTHING;
        }
        return found.whole()
                ? new Found(
                        found.hits().stream().map(hit -> hit.excerpt().whole()).distinct().toList(),
                        found.total())
                : null;
    }

    /// Notes, inside the transaction in which it is told, that it was; false where it is nobody's
    /// to tell any more.
    public boolean settle(Due due, Found found) {
        Instant next = due.now.plus(found.total == 0 ? pause : REST);
        return rows.settle(due.id, due.again, due.news.until(), next) == 1;
    }
}
