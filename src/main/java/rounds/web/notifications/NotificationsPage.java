package rounds.web.notifications;

import org.jspecify.annotations.Nullable;

import rounds.notifications.Bundle;
import rounds.platform.database.Slice;

import java.time.Instant;
import java.util.Map;

/// What somebody is told of.
///
/// @param unread whether only what she has not read
/// @param drafts where an answer of hers waits that leads to what was let in, by the key of the
///   bundle that tells of that
/// @param now when the page was made: what comes later is not marked as read by its button
public record NotificationsPage(
        Slice<Bundle> list, boolean unread, Map<String, String> drafts, Instant now) {

    public boolean anyUnread() {
        return list.items().stream().anyMatch(Bundle::unread);
    }

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/notifications?" + (unread ? "show=unread&" : "") + "after=" + list.next();
    }
}
