package rounds.forum;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;

import java.util.List;

/// Counts ranked polls in which somebody has voted since they were counted; and ends polls whose
/// time has come: one node ends each, and says so once. Nobody can vote from the minute on that the
/// poll names, whenever this job gets there.
@Singleton
class PollCare {
    private static final int BATCH = 100;

    /// Each of them may have thousands of ballots, and no transaction lasts a second.
    private static final int COUNTED = 5;

    private final SystemPollRepository polls;
    private final Changes changes;
    private final Transactions transactions;

    PollCare(SystemPollRepository polls, Changes changes, Transactions transactions) {
        this.polls = polls;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = "45s", fixedDelay = "20s")
    void endDue() {
        int done;
        do {
            done =
                    transactions.system(() -> {
                        List<SystemPollRepository.Carrier> ended = polls.endDue(BATCH);
                        changes.appendAll(
                                ended.stream().map(SystemPollRepository.Carrier::content).toList(),
                                What.MARKED);
                        return ended.size();
                    });
        } while (done == BATCH);
    }

    @Scheduled(initialDelay = "45s", fixedDelay = "20s")
    void countRanked() {
        int done;
        do {
            done = transactions.system(() -> polls.count(COUNTED));
        } while (done == COUNTED);
    }
}
