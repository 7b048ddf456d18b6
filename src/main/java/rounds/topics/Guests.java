package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.database.Transactions;

import java.util.List;

/// Topics that other communities read, by consent of both: moderators of the one offer, those of
/// the other accept, and either ends it.
@Singleton
public class Guests {
    private static final int MOST = 100;

    private final GuestRepository rows;
    private final Tending tending;
    private final Transactions transactions;
    private final Moment moment;

    Guests(GuestRepository rows, Tending tending, Transactions transactions, Moment moment) {
        this.rows = rows;
        this.tending = tending;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// The communities to which a topic is shown, or was offered, as far as the viewer may know.
    ///
    /// @throws ProblemException not found, also for who may not read the topic
    public List<Guest> of(Viewer viewer, long topic) {
        return transactions.read(viewer, () -> seen(tending.row(topic)));
    }

    private List<Guest> seen(TendedRow topic) {
        return topic.shared() ? rows.of(topic.id()) : List.of();
    }

    /// The topics of others that are shown in a community; for its moderators also those that wait
    /// for them, and these first.
    public List<OfferedTopic> in(Viewer viewer, long community) {
        return transactions.read(viewer, () -> rows.in(community, MOST));
    }

    /// Offers a topic to another community; where it is offered already, nothing changes.
    ///
    /// @param slug of a community that the viewer can see
    /// @throws ProblemException not found; invalid on `community`; forbidden, for all but
    ///   moderators of the one that has it; conflict, before it is opened
    public void offer(Viewer.SignedIn viewer, long topic, String slug) {
        transactions.run(
                viewer,
                () -> {
                    TendedRow row = tending.tended(topic);
                    long guest =
                            rows.community(slug)
                                    .filter(id -> id != row.communityId())
                                    .orElseThrow(() ->
                                            ProblemException.invalid(
                                                    "community", "gather.guest.unknown"));
                    if (rows.of(topic).stream().anyMatch(one -> one.communityId() == guest)) {
                        return;
                    }
                    if (!rows.offer(topic, guest, moment.now())) {
                        throw Tending.forbidden("gather.guests.moderators-alone");
                    }
                    tending.changed(viewer, topic, What.AUDIENCE);
                });
    }

    /// Shows it to the members of a community to which it was offered.
    ///
    /// @throws ProblemException not found; conflict, when it is offered no more, or the viewer does
    ///   not moderate there
    public void accept(Viewer.SignedIn viewer, long topic, long community) {
        transactions.run(
                viewer,
                () -> {
                    tending.row(topic);
                    if (!rows.accept(topic, community, moment.now())) {
                        throw Tending.conflict("gather.guest.moved-meanwhile");
                    }
                    tending.changed(viewer, topic, What.AUDIENCE);
                });
    }

    /// Shows it to that community no more, declines the offer, or takes it back.
    ///
    /// @throws ProblemException not found; conflict, when it is offered no more, or the viewer
    ///   moderates neither
    public void end(Viewer.SignedIn viewer, long topic, long community) {
        transactions.run(
                viewer,
                () -> {
                    tending.row(topic);
                    if (!rows.end(topic, community)) {
                        throw Tending.conflict("gather.guest.moved-meanwhile");
                    }
                    tending.changed(viewer, topic, What.AUDIENCE);
                });
    }
}
