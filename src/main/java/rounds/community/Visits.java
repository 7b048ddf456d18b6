package rounds.community;

import jakarta.inject.Singleton;

import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Until when a member is up to date in a community, as she said herself.
@Singleton
public class Visits {
    /// Nobody catches up on more than that.
    private static final Duration LONGEST = Duration.ofDays(90);

    private final VisitRepository rows;
    private final Communities communities;
    private final Clock clock;
    private final Transactions transactions;

    Visits(VisitRepository rows, Communities communities, Clock clock, Transactions transactions) {
        this.rows = rows;
        this.communities = communities;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Since when the viewer has to catch up: when she said that she was up to date, else when she
    /// came; at most 90 days back.
    public Instant since(Viewer.SignedIn viewer, Community community) {
        Instant longest = clock.instant().minus(LONGEST);
        Instant since =
                transactions.read(viewer, () -> rows.upToDate(community.id())).orElse(longest);
        return since.isBefore(longest) ? longest : since;
    }

    /// Says that the viewer is up to date until then.
    public void upToDate(Viewer.SignedIn viewer, String slug, Instant until) {
        Instant now = clock.instant();
        transactions.write(
                viewer,
                () ->
                        rows.upToDate(
                                communities.bySlug(viewer, slug, Capability.POST).id(),
                                until.isAfter(now) ? now : until));
    }

    /// Who has joined since then, the newest first.
    public List<Member> joinedSince(
            Viewer.SignedIn viewer, Community community, Instant since, int limit) {
        return transactions
                .read(viewer, () -> rows.joinedSince(community.id(), since, limit))
                .stream()
                .map(MemberRow::member)
                .toList();
    }
}
