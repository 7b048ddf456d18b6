package rounds.forum;

import java.time.Instant;

/// A post on the map of its discussion: who and when, not what.
///
/// @param depth 0 for the opening post, at most 6
/// @param fresh whether the viewer has been in the discussion, and not read this yet
public record Landmark(
        int number, int depth, String name, Instant postedAt, boolean helped, boolean fresh) {

    public String anchor() {
        return "p" + number;
    }
}
