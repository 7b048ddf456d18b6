package rounds.interchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What became of a batch in one try to write it. A try that fails leaves nothing, so its outcome
/// is thrown away with it.
final class Outcome {
    private final List<Refusal> refused = new ArrayList<>();
    private final Set<Run.Pair> members = new HashSet<>();
    private final Map<Long, Integer> unopened = new HashMap<>();
    private final Set<Long> opened = new HashSet<>();
    private int people;
    private int communities;
    private int memberships;
    private int discussions;
    private int posts;
    private int marks;
    private int already;

    void people(int more) {
        people += more;
    }

    void communities(int more) {
        communities += more;
    }

    void memberships(int more) {
        memberships += more;
    }

    void discussions(int more) {
        discussions += more;
    }

    void posts(int more) {
        posts += more;
    }

    void marks(int more) {
        marks += more;
    }

    /// Lines whose content was here before.
    void already(int more) {
        already += more;
    }

    /// This person is, or was, a member there: no need to look again.
    void member(Run.Pair pair) {
        members.add(pair);
    }

    /// A discussion without its opening post.
    void unopened(long discussion, int line) {
        unopened.put(discussion, line);
    }

    void opened(long discussion) {
        opened.add(discussion);
    }

    /// After the commit: what the next batches may rely on.
    void tell(Run run) {
        run.members().addAll(members);
        run.unopened().putAll(unopened);
        opened.forEach(run.unopened()::remove);
    }

    void refuse(int line, String reason) {
        refused.add(new Refusal(line, reason, false));
    }

    /// It refers to something that is not here, and may be taken when that has come.
    void wait(int line, String what, String key) {
        refused.add(new Refusal(line, what + " " + Said.of(key) + " is not here", true));
    }

    List<Refusal> refused() {
        return refused;
    }

    Tally tally() {
        return new Tally(people, communities, memberships, discussions, posts, already, 0, marks);
    }
}
