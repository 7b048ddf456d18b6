package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.platform.difference.Segment;

import java.util.List;

/// What a post said before.
///
/// @param revisions the oldest first; the last is what it says now
/// @param shown which of them is compared with the one before it
/// @param title how the title changed with it; empty where it did not
/// @param tags how the tags changed with it; absent where they did not
/// @param body how the words changed
public record History(
        PostInDiscussion of,
        List<Revision> revisions,
        Revision shown,
        List<Segment> title,
        @Nullable Tags tags,
        List<Segment> body) {

    /// Tags before and after, in their order, separated by commas; empty where there were none.
    public record Tags(String before, String after) {}
}
