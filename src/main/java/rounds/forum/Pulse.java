package rounds.forum;

import java.util.List;

/// How a discussion stands now, as one viewer may know: enough to tell whether a page of it that
/// was read a moment ago still says everything.
///
/// @param newest the number of the newest post that she can read
/// @param posts how many posts all its readers can read, the opening one included
/// @param gone how many posts have left a place behind
/// @param revision raised when its title, its tags or its opening words change
/// @param changed the numbers of the posts that she can read among those asked for, in order
public record Pulse(
        long discussionId,
        int newest,
        int posts,
        int gone,
        boolean closed,
        int revision,
        List<Integer> changed) {}
