package rounds.web.forum;

import rounds.community.Community;
import rounds.forum.Poll;
import rounds.forum.PostInDiscussion;
import rounds.web.page.Filled;

/// A vote that was refused, with what was chosen, to be given again.
public record BallotPage(Community community, PostInDiscussion found, Poll poll, Filled filled) {
    /// The poll where it stands, among what is said there.
    public String path() {
        return place(found);
    }

    static String place(PostInDiscussion found) {
        return found.discussion().path()
                + "?at="
                + found.post().number()
                + "#poll-"
                + found.post().number();
    }
}
