package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.platform.difference.Difference;
import rounds.platform.difference.Segment;

import java.util.List;

/// What a post said before, as it was read: the words are not compared yet.
///
/// @param revisions the oldest first; the last is what it says now
/// @param shown which of them is to be compared with the one before it
/// @param title before and after, if it changed with it
/// @param tags how the tags changed with it; absent where they did not
/// @param body before and after
public record Past(
        PostInDiscussion of,
        List<Revision> revisions,
        Revision shown,
        @Nullable Words title,
        History.@Nullable Tags tags,
        Words body) {

    /// @param before absent: there was nothing before
    public record Words(@Nullable String before, String after) {

        private List<Segment> compared() {
            return before == null
                    ? List.of(Segment.same(after))
                    : Difference.between(before, after);
        }
    }

    /// Sets the words beside each other. It takes its time: not inside a transaction.
    public History compared() {
        return new History(
                of,
                revisions,
                shown,
                title == null ? List.of() : title.compared(),
                tags,
                body.compared());
    }
}
