package rounds.search;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;
import rounds.platform.phi.Identifiers;

import java.time.Duration;
import java.util.List;

/// What somebody searched for lately: hers alone, on all her devices, for as long as she wants it.
/// It lies here and not in the browser, because wards share computers. Words that may identify a
/// patient are never kept: nobody is asked before she searches, so nothing is taken from her by
/// leaving them out.
@Singleton
public class RecentSearches {
    public static final int MOST = 20;

    /// Nobody remembers a search for longer, and what is not kept can harm nobody.
    public static final int DAYS = 90;

    /// A longer one is a text that was pasted.
    static final int LONGEST = 200;

    private final RecentRepository rows;
    private final Transactions transactions;
    private final Moment moment;

    RecentSearches(RecentRepository rows, Transactions transactions, Moment moment) {
        this.rows = rows;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Hers that begin so, the latest first.
    ///
    /// @param typed empty: all
    public List<RecentSearch> like(Viewer.SignedIn viewer, String typed, int limit) {
        return transactions.read(
                viewer,
                () -> rows.like(plain(typed), moment.now().minus(Duration.ofDays(DAYS)), limit));
    }

    /// Whether hers are kept.
    public boolean keeps(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> rows.keeps(viewer.personId()));
    }

    /// Keeps this one, if she keeps any and nobody could be known by it.
    public void add(Viewer.SignedIn viewer, String typed) {
        String words = plain(typed);
        if (words.isEmpty() || words.length() > LONGEST || mayIdentify(words)) {
            return;
        }
        transactions.run(
                viewer,
                () -> {
                    if (rows.add(viewer.personId(), words, moment.now()) > 0) {
                        rows.shorten(viewer.personId(), MOST);
                    }
                });
    }

    public void forget(Viewer.SignedIn viewer, String words) {
        transactions.run(viewer, () -> rows.forget(viewer.personId(), plain(words)));
    }

    public void clear(Viewer.SignedIn viewer) {
        transactions.run(viewer, () -> rows.clear(viewer.personId()));
    }

    /// Keeps them from now on, or no more; then what there was is gone, too.
    public void keep(Viewer.SignedIn viewer, boolean keeps) {
        transactions.run(
                viewer,
                () -> {
                    rows.keep(viewer.personId(), keeps);
                    if (!keeps) {
                        rows.clear(viewer.personId());
                    }
                });
    }

    @Scheduled(initialDelay = "1h", fixedDelay = "6h")
    void prune() {
        transactions.runAsSystem(() -> rows.prune(moment.now().minus(Duration.ofDays(DAYS))));
    }

    private static boolean mayIdentify(String words) {
        return !Identifiers.in(words).isEmpty();
    }

    private static String plain(String typed) {
        return typed.replace('\0', ' ').strip().replaceAll("[\\s\\p{Z}]+", " ");
    }
}
