package rounds.web.admin;

import rounds.platform.changes.Failure;
import rounds.platform.changes.Following;
import rounds.platform.database.Vitals;
import rounds.platform.mail.Outbox;
import rounds.platform.phi.Figures;

import java.util.List;

/// How the site is.
///
/// @param followings of the change log, by all nodes heard of of late
/// @param kept whether mails stay here, for want of a mail server
/// @param older posts that are still to be rendered anew
/// @param setAside the newest changes that were set aside
/// @param allSetAside how many there are
public record AdminPage(
        Vitals vitals,
        List<Following> followings,
        Outbox outbox,
        boolean kept,
        long older,
        List<Failure> setAside,
        long allSetAside) {

    /// Below this an afternoon of uploads can fill the disk.
    private static final long LITTLE = 2L << 30;

    /// More than any busy minute leaves unread.
    private static final int FAR_BEHIND = 1_000;

    /// How well the identifier check does.
    public Figures check() {
        return Figures.MEASURED;
    }

    public Size database() {
        return new Size(vitals.bytes());
    }

    public Size free() {
        return new Size(vitals.free());
    }

    public Size disk() {
        return new Size(vitals.total());
    }

    public boolean full() {
        return vitals.free() < LITTLE;
    }

    /// Changes that the slowest consumer has not taken in.
    public int behind() {
        return followings.stream().mapToInt(Following::waiting).max().orElse(0);
    }

    /// Nobody follows the log, or somebody far behind.
    public boolean lags() {
        return followings.isEmpty() || behind() >= FAR_BEHIND;
    }

    /// Whether there is anything that does not mend itself.
    public boolean needsSomebody() {
        return full() || lags() || outbox.givenUp() > 0 || allSetAside > 0;
    }
}
