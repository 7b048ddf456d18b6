package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.settings.Settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/// A community's discussions by the month in which they were opened. Months begin at midnight in
/// the site's time zone, so that an address means the same to everybody.
@Singleton
public class Archive {
    /// Above this a month has "more than".
    public static final int COUNTED = 200;

    private static final int MONTHS = 24;

    private final ArchiveRepository rows;
    private final Lists lists;
    private final ZoneId zone;
    private final Transactions transactions;

    Archive(ArchiveRepository rows, Lists lists, Settings settings, Transactions transactions) {
        this.rows = rows;
        this.lists = lists;
        this.zone = settings.timeZone();
        this.transactions = transactions;
    }

    /// The months that have any, the newest first.
    ///
    /// @param before the name of a month: those before it
    public Slice<Month> months(Viewer viewer, long communityId, @Nullable String before) {
        Instant end = before == null || before.isEmpty() ? Keyset.LAST : start(month(before));
        List<Month> months =
                transactions.read(
                        viewer,
                        () ->
                                rows
                                        .months(
                                                communityId,
                                                end,
                                                zone.getId(),
                                                COUNTED + 1,
                                                MONTHS + 1)
                                        .stream()
                                        .map(this::month)
                                        .toList());
        return Slice.of(months, MONTHS, Month::name);
    }

    /// What was opened in that month, the newest first.
    ///
    /// @throws ProblemException not found, for what is no month
    public Slice<DiscussionSummary> in(
            Viewer viewer, long communityId, String name, @Nullable String after, int limit) {
        YearMonth month = month(name);
        return transactions.read(
                viewer,
                () ->
                        lists.openedBetween(
                                communityId,
                                start(month),
                                start(month.plusMonths(1)),
                                after,
                                limit));
    }

    private Month month(MonthRow row) {
        return new Month(
                YearMonth.from(row.at().atZone(zone)).toString(),
                Math.min(row.discussions(), COUNTED),
                row.discussions() > COUNTED);
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static YearMonth month(String name) {
        try {
            YearMonth month = YearMonth.parse(name);
            if (month.getYear() >= 1970 && month.getYear() <= 9000) {
                return month;
            }
        } catch (DateTimeException _) {
            // Somebody typed an address.
        }
        throw ProblemException.notFound();
    }
}
