package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.forum.DiscussionSummary;
import rounds.forum.Unread;
import rounds.platform.database.Slice;

import java.util.Map;

/// Discussions that hold something new to their reader.
///
/// @param community the slug of the one that is shown alone; empty: all of hers
/// @param kind the code of the one that is shown alone; empty: all
public record UnreadPage(
        String community, String kind, Unread unread, Slice<DiscussionSummary> list) {

    /// How many there are of each kind, by its code, in what is shown.
    public Map<String, Integer> kinds() {
        return community.isEmpty() ? unread.byKind() : unread.byKind(community);
    }

    public @Nullable String next() {
        return list.next() == null
                ? null
                : "/unread?after="
                        + list.next()
                        + (community.isEmpty() ? "" : "&community=" + community)
                        + (kind.isEmpty() ? "" : "&kind=" + kind);
    }
}
