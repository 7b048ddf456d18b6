package rounds.notifications;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.Overdue;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Sees that owners and curators are told, once, when the day has passed from which something is
/// due to be looked at again; whom it concerns, the feature knows that owns it.
@Singleton
class ReviewReminders {
    private static final int BATCH = 100;

    private final Contents contents;
    private final ReviewRepository told;
    private final Changes changes;
    private final Clock clock;
    private final Transactions transactions;

    ReviewReminders(
            Contents contents,
            ReviewRepository told,
            Changes changes,
            Clock clock,
            Transactions transactions) {
        this.contents = contents;
        this.told = told;
        this.changes = changes;
        this.clock = clock;
        this.transactions = transactions;
    }

    // Long after the start, so that no command of the command line lives to see it.
    @Scheduled(initialDelay = "10m", fixedDelay = "1h")
    void remind() {
        remind(clock.instant());
    }

    void remind(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        boolean more;
        do {
            more = transactions.system(() -> remind(now, today));
        } while (more);
    }

    private boolean remind(Instant now, LocalDate today) {
        List<ContentRef> news =
                contents.overdue(today, BATCH).stream()
                        .filter(one -> tell(one, now))
                        .map(Overdue::content)
                        .toList();
        changes.appendAll(news, What.MARKED);
        return !news.isEmpty();
    }

    private boolean tell(Overdue one, Instant now) {
        ContentRef content = one.content();
        return told.tell(content.type().code(), content.id(), one.on(), now) == 1;
    }
}
