package rounds.web.notifications;

import org.jspecify.annotations.Nullable;

import rounds.notifications.Followed;
import rounds.notifications.Watches;
import rounds.platform.database.Slice;

import java.util.List;

/// All that somebody follows, or wants to hear less of.
///
/// @param show of which kind; null: of every
public record FollowingPage(Slice<Followed> list, @Nullable String show) {

    /// The kinds, as addresses call them.
    public List<String> targets() {
        return Watches.TARGETS;
    }

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/following?"
                        + (show == null ? "" : "show=" + show + "&")
                        + "after="
                        + list.next();
    }
}
