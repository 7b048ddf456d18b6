package rounds.interchange;

import jakarta.inject.Singleton;

import rounds.interchange.Mark.Vote;
import rounds.platform.database.Ids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Takes polls in with what was voted, and counts them anew. A poll that is here already keeps its
/// own votes: those without a name could not be told from each other.
@Singleton
class PollTaker {
    private final MarkRepository marks;
    private final Rows rows;

    PollTaker(MarkRepository marks, Rows rows) {
        this.marks = marks;
        this.rows = rows;
    }

    /// @return how many are new
    int take(List<Map<String, Object>> polls) {
        var votes = new HashMap<Object, Object>();
        for (Map<String, Object> poll : polls) {
            Object cast = poll.remove("votes");
            votes.putIfAbsent(poll.get("post_id"), cast);
        }
        List<Long> added = marks.polls(rows.json(polls));
        var ballots = new ArrayList<Map<String, Object>>();
        for (Long post : added) {
            if (votes.get(post) instanceof List<?> cast) {
                cast.forEach(vote -> ballots.addAll(ballots(post, (Vote) vote)));
            }
        }
        if (!ballots.isEmpty()) {
            marks.ballots(rows.json(ballots));
        }
        count(added);
        return added.size();
    }

    /// @return how many are new
    int votes(List<Map<String, Object>> ballots) {
        Set<Long> polls = new HashSet<>();
        for (Map<String, Object> ballot : ballots) {
            ballot.put("id", Ids.next());
            polls.add((Long) Objects.requireNonNull(ballot.get("post_id")));
        }
        // As the pages do: nobody votes there meanwhile.
        marks.lockPolls(polls.toArray(Long[]::new));
        List<Long> added = marks.ballots(rows.json(ballots));
        count(new HashSet<>(added));
        return added.size();
    }

    private static List<Map<String, Object>> ballots(Long post, Vote vote) {
        var ballots = new ArrayList<Map<String, Object>>();
        for (int n = 0; n < vote.count(); n++) {
            ballots.add(Map.of("id", Ids.next(), "post_id", post, "choices", vote.choices()));
        }
        return ballots;
    }

    private void count(Collection<Long> polls) {
        if (!polls.isEmpty()) {
            marks.recountPolls(polls.toArray(Long[]::new));
            marks.countRanked(polls.toArray(Long[]::new));
        }
    }
}
