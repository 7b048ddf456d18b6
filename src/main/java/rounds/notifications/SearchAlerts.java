package rounds.notifications;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Notable;
import rounds.notifications.Writer.Happening;
import rounds.notifications.Writer.Notice;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;
import rounds.search.DueSearches;
import rounds.search.DueSearches.Due;
import rounds.search.DueSearches.Found;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells people what is new in the searches that they saved. What is told and until when it was
/// looked at are written together, so that nothing is told twice, whichever node dies when.
@Singleton
class SearchAlerts {
    /// However many searches there are, a node works for them at most so long at a time; whichever
    /// has waited longest comes first the next time.
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final Duration WHOLE = Duration.ofDays(1);

    private final DueSearches searches;
    private final Contents contents;
    private final Writer writer;
    private final Moment moment;
    private final Transactions transactions;

    SearchAlerts(
            DueSearches searches,
            Contents contents,
            Writer writer,
            Moment moment,
            Transactions transactions) {
        this.searches = searches;
        this.contents = contents;
        this.writer = writer;
        this.moment = moment;
        this.transactions = transactions;
    }

    // How often it is looked whether any is due: how often each is, DueSearches says.
    @Scheduled(initialDelay = "${rounds.searches.look}", fixedDelay = "${rounds.searches.look}")
    void alert() {
        alert(moment.now(), MOST);
    }

    void alert(Instant now) {
        alert(now, WHOLE);
    }

    private void alert(Instant now, Duration most) {
        long begun = System.nanoTime();
        @Nullable Due due = searches.take(now);
        while (due != null) {
            tell(due);
            due = System.nanoTime() - begun < most.toNanos() ? searches.take(now) : null;
        }
    }

    private void tell(Due due) {
        Found found = searches.find(due);
        if (found != null) {
            transactions.runAsSystem(() -> {
                if (searches.settle(due, found) && found.total() > 0) {
                    contents.notable(found.contents()).stream()
                            .min((one, other) ->
                                    Integer.compare(
                                            found.contents().indexOf(one.content()),
                                            found.contents().indexOf(other.content())))
                            .ifPresent(first -> write(due, found, first));
                }
            });
        }
    }

    private void write(Due due, Found found, Notable first) {
        writer.write(
                new Happening(
                        first.content(),
                        first.group().id(),
                        first.communityId(),
                        first.open(),
                        due.now()),
                List.of(
                        new Notice(
                                due.personId(),
                                Reason.SEARCH_FOUND,
                                null,
                                due.id(),
                                String.valueOf(found.total()))));
    }
}
