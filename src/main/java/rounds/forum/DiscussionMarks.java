package rounds.forum;

import org.jspecify.annotations.Nullable;

/// What people judged of a discussion.
///
/// @param progress of a challenge or a request; absent for the other kinds
/// @param helped how many of its posts are marked as what helped
/// @param may whether the viewer may say how far it has come, and what helped
public record DiscussionMarks(@Nullable Progress progress, int helped, boolean may) {
    public static final DiscussionMarks NONE = new DiscussionMarks(null, 0, false);

    static DiscussionMarks of(String kind, String progress, int helped, boolean may) {
        return new DiscussionMarks(
                Kind.of(kind).comesToAnEnd() ? Progress.of(progress) : null, helped, may);
    }

    public boolean solved() {
        return progress == Progress.SOLVED;
    }
}
