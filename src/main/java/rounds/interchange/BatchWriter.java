package rounds.interchange;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Transactions;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes a batch: all of it with its counters and its changes, or nothing.
@Singleton
class BatchWriter {
    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PersonWriter people;
    private final CommunityWriter communities;
    private final MembershipWriter memberships;
    private final DiscussionWriter discussions;
    private final PostWriter posts;
    private final StoryWriter stories;
    private final TermWriter terms;
    private final TopicWriter topics;
    private final MarkWriter marks;
    private final Transactions transactions;

    BatchWriter(
            PersonWriter people,
            CommunityWriter communities,
            MembershipWriter memberships,
            DiscussionWriter discussions,
            PostWriter posts,
            StoryWriter stories,
            TermWriter terms,
            TopicWriter topics,
            MarkWriter marks,
            Transactions transactions) {
        this.people = people;
        this.communities = communities;
        this.memberships = memberships;
        this.discussions = discussions;
        this.posts = posts;
        this.stories = stories;
        this.terms = terms;
        this.topics = topics;
        this.marks = marks;
        this.transactions = transactions;
    }

    /// One outcome for each transaction it took: mostly one.
    List<Outcome> write(Batch batch, Run run) {
        List<Outcome> outcomes = new ArrayList<>();
        write(batch, run, outcomes, 1);
        return outcomes;
    }

    private void write(Batch batch, Run run, List<Outcome> outcomes, int attempt) {
        try {
            Outcome outcome = transactions.system(() -> all(batch, run));
            outcome.tell(run);
            outcomes.add(outcome);
        } catch (RuntimeException failed) {
            SQLException cause = sqlCause(failed);
            if (cause != null && passes(cause) && attempt < TRIES) {
                pause();
                write(batch, run, outcomes, attempt + 1);
            } else if (cause == null || !isAboutTheData(cause)) {
                throw failed;
            } else if (batch.lines().size() > 1) {
                // One line spoils the others: halve until it stands alone.
                write(batch.half(true), run, outcomes, 1);
                write(batch.half(false), run, outcomes, 1);
            } else {
                outcomes.add(refused(batch.lines().getFirst(), cause));
            }
        }
    }

    private Outcome all(Batch batch, Run run) {
        Outcome outcome = new Outcome();
        people.write(batch.all(Line.Person.class), run, outcome);
        communities.write(batch.all(Line.Community.class), run, outcome);
        memberships.write(batch.all(Line.Membership.class), run, outcome);
        discussions.write(batch.all(Line.Discussion.class), run, outcome);
        posts.write(batch.all(Line.Post.class), batch.bodies(), run, outcome);
        stories.write(batch.all(Line.Story.class), run, outcome);
        stories.rights(batch.all(Line.StoryRight.class), outcome);
        stories.answers(batch.all(Line.StoryAnswer.class), run, outcome);
        terms.write(batch.all(Line.Term.class), run, outcome);
        marks.write(batch.all(Line.Mark.class), run, outcome);
        topics.write(batch.all(Line.Topical.class), run, outcome);
        return outcome;
    }

    private static Outcome refused(Numbered<? extends Line> line, SQLException cause) {
        Outcome outcome = new Outcome();
        outcome.refuse(
                line.number(),
                "the database refuses it: " + Said.of(String.valueOf(cause.getMessage())));
        return outcome;
    }

    /// Wrong data, or a key that somebody else wrote at the same moment.
    private static boolean isAboutTheData(SQLException cause) {
        return isOf(cause, "22", "23");
    }

    /// PostgreSQL is away, starting or full of connections, or two waited for each other.
    private static boolean passes(SQLException cause) {
        return cause instanceof SQLTransientException || isOf(cause, "08", "40", "53", "55", "57");
    }

    private static boolean isOf(SQLException cause, String... classes) {
        String state = String.valueOf(cause.getSQLState());
        return Stream.of(classes).anyMatch(state::startsWith);
    }

    private static @Nullable SQLException sqlCause(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
