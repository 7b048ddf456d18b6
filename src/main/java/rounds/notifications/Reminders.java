package rounds.notifications;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.notifications.Writer.Happening;
import rounds.notifications.Writer.Notice;
import rounds.platform.database.Transactions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Reminds people of what they saved, once, on its day where they live; and forgets old
/// notifications.
@Singleton
class Reminders {
    private static final int BATCH = 100;
    private static final int KEPT_DAYS = 180;
    private static final int PRUNED_AT_ONCE = 5_000;

    private final ReminderRepository bookmarks;
    private final WritingRepository notifications;
    private final Writer writer;
    private final Clock clock;
    private final Transactions transactions;

    Reminders(
            ReminderRepository bookmarks,
            WritingRepository notifications,
            Writer writer,
            Clock clock,
            Transactions transactions) {
        this.bookmarks = bookmarks;
        this.notifications = notifications;
        this.writer = writer;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void remind() {
        remind(clock.instant());
    }

    void remind(Instant now) {
        int done;
        do {
            done =
                    transactions.system(() -> {
                        List<Due> due = bookmarks.claim(now, BATCH);
                        due.forEach(one -> remind(one, now));
                        return due.size();
                    });
        } while (done == BATCH);
    }

    private void remind(Due due, Instant now) {
        writer.write(
                new Happening(
                        new ContentRef(ContentType.of(due.contentType()), due.contentId()),
                        due.discussionId() == null ? due.contentId() : due.discussionId(),
                        due.communityId(),
                        due.open(),
                        now),
                List.of(
                        new Notice(
                                due.personId(),
                                Reason.REMINDER,
                                null,
                                due.remindOn().toEpochDay(),
                                "")));
    }

    // Long after the start, so that no command of the command line lives to see it.
    @Scheduled(initialDelay = "1h", fixedDelay = "6h")
    void forget() {
        int gone;
        do {
            gone = transactions.system(() -> notifications.prune(KEPT_DAYS, PRUNED_AT_ONCE));
        } while (gone == PRUNED_AT_ONCE);
    }
}
