package rounds.topics;

import jakarta.inject.Singleton;

import rounds.community.CommunityLog;
import rounds.kernel.Author;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;

import java.util.Collection;
import java.util.List;

/// Shows a topic, which was written for the members, to all who read their community, and keeps it
/// for the members again. What it cites and what stands on its shelf is read by nobody who could
/// not read it before.
@Singleton
public class Readers {
    /// Where more people wrote, nobody asks them all.
    private static final int MOST_SPEAKERS = 2_000;

    private final ReadersRepository rows;
    private final TopicFinding finding;
    private final CommunityLog log;
    private final Changes changes;
    private final Transactions transactions;

    Readers(
            ReadersRepository rows,
            TopicFinding finding,
            CommunityLog log,
            Changes changes,
            Transactions transactions) {
        this.rows = rows;
        this.finding = finding;
        this.log = log;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// Whether those whose words others would read were asked, and agree.
    public enum Consent {
        GIVEN,
        MISSING
    }

    /// Those whose words others would read: who proposed it, wrote its summary or a version before,
    /// asked or answered, put a statement or said what came of it, said how it was used or why
    /// something is worth reading.
    ///
    /// @throws ProblemException not found; forbidden, for all but moderators, core team and chairs
    public List<Author> speakers(Viewer.SignedIn viewer, long id) {
        return transactions.read(
                viewer,
                () -> {
                    offered(viewer, id);
                    return rows.speakers(id, MOST_SPEAKERS).stream()
                            .map(SpeakerRow::author)
                            .toList();
                });
    }

    /// Shows it to all who read the community.
    ///
    /// @param revision that was looked at
    /// @param asked those who agree: all [#speakers]
    /// @throws ProblemException not found; forbidden, for all but moderators, core team and chairs;
    ///   invalid on `agreed`, without consent; conflict, when something changed or somebody else
    ///   said something since, or all who read the community read it already
    public void showToAll(
            Viewer.SignedIn viewer,
            long id,
            int revision,
            Consent consent,
            Collection<Long> asked) {
        transactions.run(
                viewer,
                () -> {
                    Topic topic = offered(viewer, id);
                    if (consent == Consent.MISSING) {
                        throw ProblemException.invalid("agreed", "topics.readers.agreed.missing");
                    }
                    show(viewer, topic, revision, "all", asked, "topic_widened");
                });
    }

    /// Keeps it for the members again, at once.
    ///
    /// @param revision that was looked at
    /// @throws ProblemException not found; forbidden, for all but moderators, core team and chairs;
    ///   conflict, when something changed since, or only members read it already
    public void keepForMembers(Viewer.SignedIn viewer, long id, int revision) {
        transactions.run(
                viewer,
                () ->
                        show(
                                viewer,
                                offered(viewer, id),
                                revision,
                                "members",
                                List.of(),
                                "topic_narrowed"));
    }

    private void show(
            Viewer.SignedIn viewer,
            Topic topic,
            int revision,
            String readers,
            Collection<Long> asked,
            String act) {
        if (!rows.show(topic.id(), revision, readers, asked.toArray(Long[]::new))) {
            throw TopicFinding.conflict("topics.readers.meanwhile");
        }
        log.add(viewer, topic.communityId(), act, topic.ref(), null, "", "");
        changes.append(viewer.personId(), topic.ref(), What.AUDIENCE);
    }

    private Topic offered(Viewer.SignedIn viewer, long id) {
        Topic topic = finding.seen(viewer, id);
        if (!topic.may().offer()) {
            throw new ProblemException(new Problem.Forbidden("topics.readers.moderators-alone"));
        }
        return topic;
    }
}
