package rounds.web.forum;

import rounds.community.Community;
import rounds.community.Member;
import rounds.forum.Since;

import java.time.Instant;
import java.util.List;

/// What happened in a community since its reader was up to date.
///
/// @param joined who is new, at most as many as are worth naming
/// @param now when the page was made: what comes later is new the next time
public record CatchUpPage(
        Community community, Instant since, Since happened, List<Member> joined, Instant now) {

    public boolean quiet() {
        return happened.quiet() && joined.isEmpty();
    }
}
