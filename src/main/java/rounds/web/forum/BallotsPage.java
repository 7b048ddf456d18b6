package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.Ballot;
import rounds.forum.Poll;
import rounds.forum.PostInDiscussion;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;

/// Who chose what in an open poll.
public record BallotsPage(
        Community community, PostInDiscussion found, Poll poll, Slice<Ballot> ballots) {

    public @Nullable String next() {
        return ballots.next() == null
                ? null
                : "/p/" + Ids.text(poll.postId()) + "/ballots?after=" + ballots.next();
    }
}
