package rounds.forum;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Keyset;
import rounds.platform.database.Transactions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Publishes what was planned, once, however many nodes and whenever one of them dies: the plan
/// goes in the same transaction in which the discussion comes. It is opened in its author's name,
/// with the rights that she has at that moment.
@Singleton
class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger("rounds.planned");
    private static final int BATCH = 50;

    /// A database that is away for a moment comes back within them.
    private static final int MOST_TRIES = 10;

    private final SystemPlannedRepository all;
    private final PlannedRepository rows;
    private final Opening opening;
    private final Moment moment;
    private final Transactions transactions;

    Publishing(
            SystemPlannedRepository all,
            PlannedRepository rows,
            Opening opening,
            Moment moment,
            Transactions transactions) {
        this.all = all;
        this.rows = rows;
        this.opening = opening;
        this.moment = moment;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = "45s", fixedDelay = "15s")
    void publishDue() {
        Instant now = moment.now();
        List<SystemPlannedRepository.Due> due = transactions.system(() -> all.due(now, BATCH));
        for (SystemPlannedRepository.Due one : due) {
            try {
                publish(one, now);
            } catch (ProblemException hindered) {
                String why = problem(hindered.problem());
                transactions.system(() -> all.hinder(one.id(), why));
            } catch (RuntimeException failed) {
                // It stays due for some rounds, behind those that have not failed.
                LOG.warn("What was planned could not be published", failed);
                transactions.system(() -> all.fail(one.id(), MOST_TRIES, "fault"));
            }
        }
    }

    /// Publishes it before its time, or once more after it was hindered.
    ///
    /// @throws ProblemException not found, if it is gone; what its author may not do any more
    Posted now(long id) {
        SystemPlannedRepository.Due due =
                transactions.system(() -> all.find(id)).orElseThrow(ProblemException::notFound);
        return publish(due, Keyset.LAST).orElseThrow(ProblemException::notFound);
    }

    /// Empty when somebody else was quicker.
    private Optional<Posted> publish(SystemPlannedRepository.Due due, Instant until) {
        var author = new Viewer.SignedIn(due.authorId(), 0, 0);
        return transactions.inTheNameOf(
                author, () -> rows.find(due.id()).flatMap(row -> publish(author, row, until)));
    }

    // Laid out inside the transaction, since whom it names is read with its author's eyes.
    private Optional<Posted> publish(Viewer.SignedIn author, PlannedRow row, Instant until) {
        String community = row.communitySlug();
        if (community.isEmpty()) {
            throw ProblemException.notFound();
        }
        if (rows.take(row.id(), until) == 0) {
            return Optional.empty();
        }
        Opening.Draft draft = opening.draft(author, row.discussion(), new Spot.New(community));
        return Optional.of(opening.open(author, community, draft, null));
    }

    static String problem(Problem problem) {
        return switch (problem) {
            case Problem.NotFound _, Problem.Forbidden _ -> "rights";
            case Problem.SessionEnded _, Problem.SignInFirst _ -> "account";
            case Problem.Invalid _,
                    Problem.Identifying _,
                    Problem.Conflict _,
                    Problem.Stale _,
                    Problem.TooMany _ ->
                    "words";
        };
    }
}
