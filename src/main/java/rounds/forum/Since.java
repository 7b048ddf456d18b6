package rounds.forum;

import java.util.List;

/// What happened in a community since a moment.
///
/// @param announcements opened since, the newest first
/// @param opened other discussions opened since
/// @param busy older ones with new posts, the busiest first
/// @param more whether there is more than is listed
public record Since(
        List<DiscussionSummary> announcements,
        List<DiscussionSummary> opened,
        List<Busy> busy,
        boolean more) {

    public boolean quiet() {
        return announcements.isEmpty() && opened.isEmpty() && busy.isEmpty();
    }
}
