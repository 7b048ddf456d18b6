package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.forum.ForumSite.problemOf;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class PollsTest {
    private final ForumSite site = ForumSite.emptied();
    private final Polls polls = site.db.site().get(Polls.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn mod;
    private int voters;

    @BeforeEach
    void people() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void aVoteCountsOnceAndCanBeChangedAndTakenBack() {
        long poll = ask(PollKind.SINGLE, false, PollResults.ALWAYS, "A", "B");
        Viewer.SignedIn bo = voter();

        polls.vote(bo, poll, List.of(1));
        polls.vote(bo, poll, List.of(1));
        assertThat(votes(poll)).containsExactly(1, 0);

        polls.vote(bo, poll, List.of(2));
        assertThat(votes(poll)).containsExactly(0, 1);
        assertThat(polls.poll(bo, poll).own()).containsExactly(2);

        polls.vote(bo, poll, List.of());
        assertThat(votes(poll)).containsExactly(0, 0);
        assertThat(polls.poll(ada, poll).ballots()).isZero();
    }

    @Test
    void whatThePollDoesNotTakeIsRefused() {
        long single = ask(PollKind.SINGLE, false, PollResults.ALWAYS, "A", "B");
        long two =
                ask(
                        new NewPoll(
                                "?",
                                List.of("A", "B", "C"),
                                PollKind.SEVERAL,
                                2,
                                false,
                                PollResults.ALWAYS,
                                null));
        Viewer.SignedIn bo = voter();

        for (List<Integer> unfit : List.of(List.of(1, 2), List.of(3), List.of(0), List.of(1, 1))) {
            assertThat(problemOf(() -> polls.vote(bo, single, unfit)))
                    .isInstanceOf(Problem.Invalid.class);
        }
        assertThat(problemOf(() -> polls.vote(bo, two, List.of(1, 2, 3))))
                .isInstanceOf(Problem.Invalid.class);
        polls.vote(bo, two, List.of(3, 1));
        assertThat(votes(two)).containsExactly(1, 0, 1);
        assertThat(problemOf(() -> polls.vote(site.person("out"), single, List.of(1))))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void manyAtOnceLoseNoVote() throws Exception {
        long poll = ask(PollKind.SINGLE, false, PollResults.ALWAYS, "A", "B");
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 12; i++) {
            Viewer.SignedIn who = voter();
            tasks.add(() -> {
                polls.vote(who, poll, List.of(2));
                polls.vote(who, poll, List.of(1));
                return true;
            });
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
        assertThat(votes(poll)).containsExactly(12, 0);
        assertThat(polls.poll(ada, poll).ballots()).isEqualTo(12);
    }

    @Test
    void nobodyReadsAnothersBallotOfAClosedPollNotEvenInTheDatabase() throws SQLException {
        long closed = ask(PollKind.SINGLE, false, PollResults.ALWAYS, "A", "B");
        long open = ask(PollKind.SINGLE, true, PollResults.VOTED, "A", "B");
        Viewer.SignedIn bo = voter();
        polls.vote(bo, closed, List.of(1));
        polls.vote(bo, open, List.of(1));

        assertThat(ballotsSeenBy(bo)).isEqualTo(2);
        for (Viewer.SignedIn other : List.of(ada, mod, site.member("cyn", valley, "chair"))) {
            assertThat(ballotsSeenBy(other)).as("before she has voted").isZero();
            assertThat(problemOf(() -> polls.ballots(other, closed, null, 10)))
                    .isInstanceOf(Problem.Forbidden.class);
            assertThat(problemOf(() -> polls.ballots(other, open, null, 10)))
                    .isInstanceOf(Problem.Forbidden.class);
        }
        polls.vote(mod, open, List.of(2));
        assertThat(polls.ballots(mod, open, null, 10).items()).hasSize(2);
        polls.end(mod, closed);
        assertThat(ballotsSeenBy(ada)).as("also when it has ended").isZero();
        assertThat(polls.poll(ada, open).shown()).isFalse();
        assertThat(polls.poll(ada, open).rounds()).isEmpty();
        assertThat(tallySeenBy(ada, open)).isZero();
    }

    @Test
    void afterTheEndNoVoteCountsAndTheResultIsShown() {
        long poll =
                ask(
                        new NewPoll(
                                "?",
                                List.of("A", "B"),
                                PollKind.SINGLE,
                                null,
                                false,
                                PollResults.ENDED,
                                Instant.now().plusSeconds(3600)));
        Viewer.SignedIn bo = voter();
        polls.vote(bo, poll, List.of(1));
        assertThat(polls.poll(bo, poll).rounds()).as("not even for who voted").isEmpty();

        site.db.run("update poll set ends_at = now() - interval '1 second'");

        assertThat(problemOf(() -> polls.vote(bo, poll, List.of(2))))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(votes(poll)).containsExactly(1, 0);
        assertThat(polls.poll(bo, poll).may().vote()).isFalse();
    }

    @Test
    void aPollEndsOnceHoweverManyNodesLook() {
        ask(
                new NewPoll(
                        "?",
                        List.of("A", "B"),
                        PollKind.SINGLE,
                        null,
                        false,
                        PollResults.ALWAYS,
                        Instant.now().plusSeconds(3600)));
        site.db.run(
                "update poll set ends_at = now() - interval '1 second'; delete from change_log");
        PollCare care = site.db.site().get(PollCare.class);

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            pool.submit(care::endDue);
            pool.submit(care::endDue);
        }
        care.endDue();

        assertThat(site.db.count("select count(*) from change_log where what = 'marked'"))
                .isEqualTo(1);
        assertThat(site.db.count("select count(*) from poll where ended_at = ends_at"))
                .isEqualTo(1);
    }

    @Test
    void whatPeopleVotedOnStaysAsItIs() {
        long poll = ask(PollKind.SINGLE, false, PollResults.ALWAYS, "A", "B");
        polls.ask(ada, poll, poll(PollKind.SINGLE, false, PollResults.ALWAYS, "A", "B", "C"));
        assertThat(polls.poll(ada, poll).options()).hasSize(3);
        assertThat(
                        problemOf(() ->
                                polls.ask(
                                        mod,
                                        poll,
                                        poll(
                                                PollKind.SINGLE,
                                                false,
                                                PollResults.ALWAYS,
                                                "X",
                                                "Y"))))
                .isInstanceOf(Problem.Forbidden.class);

        polls.vote(voter(), poll, List.of(3));

        assertThat(
                        problemOf(() ->
                                polls.ask(
                                        ada,
                                        poll,
                                        poll(
                                                PollKind.SINGLE,
                                                false,
                                                PollResults.ALWAYS,
                                                "A",
                                                "B"))))
                .isEqualTo(new Problem.Conflict("poll.voted-already"));
        assertThat(problemOf(() -> polls.remove(ada, poll))).isInstanceOf(Problem.Conflict.class);
        polls.end(ada, poll);
        assertThat(polls.poll(ada, poll).ended()).isTrue();
    }

    @Test
    void aHiddenPostTakesItsPollAlong() {
        long poll = ask(PollKind.SINGLE, true, PollResults.ALWAYS, "A", "B");
        Viewer.SignedIn bo = voter();
        polls.vote(bo, poll, List.of(1));

        site.moderation.hide(mod, poll, Reason.RUDE, "Tone");

        assertThat(problemOf(() -> polls.poll(bo, poll))).isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> polls.vote(bo, poll, List.of(2))))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void rankedBallotsAreCountedInRoundsUntilOneHasMoreThanHalf() {
        long poll = ask(PollKind.RANKED, false, PollResults.ALWAYS, "A", "B", "C");
        cast(poll, 4, 1);
        cast(poll, 3, 2, 3);
        cast(poll, 2, 3, 2);

        Poll counted = polls.poll(ada, poll);

        assertThat(rounds(counted)).containsExactly("1:4 2:3 3:2x", "1:4 2:5");
        assertThat(counted.outcome()).isEqualTo("won");
        assertThat(counted.last().winner().words()).isEqualTo("B");
    }

    @Test
    void aVoteCountsNoOtherBallotsAndWhoReadsSeesItAtOnce() {
        long poll = ask(PollKind.RANKED, false, PollResults.VOTED, "A", "B", "C");
        cast(poll, 1, 1, 2);
        cast(poll, 2, 2);
        cast(poll, 1, 3);
        Viewer.SignedIn bo = voter();
        assertThat(rounds(polls.poll(bo, poll))).as("she has not voted").isEmpty();
        polls.vote(bo, poll, List.of(3, 2));

        assertThat(site.db.count("select count(*) from poll_tally where votes > 0")).isZero();
        List<String> counted = rounds(polls.poll(bo, poll));
        assertThat(counted).containsExactly("1:1x 2:2 3:2", "2:3 3:2");

        site.db.site().get(PollCare.class).countRanked();

        assertThat(site.db.count("select count(*) from poll where uncounted")).isZero();
        assertThat(site.db.count("select sum(votes) from poll_tally where round = 1")).isEqualTo(5);
        assertThat(rounds(polls.poll(bo, poll))).isEqualTo(counted);
    }

    @Test
    void ofSeveralWithAsFewTheOneThatHadFewerBeforeLeaves() {
        long poll = ask(PollKind.RANKED, false, PollResults.ALWAYS, "A", "B", "C", "D");
        cast(poll, 5, 1);
        cast(poll, 4, 2);
        cast(poll, 3, 3);
        cast(poll, 1, 4, 3);

        Poll counted = polls.poll(ada, poll);

        // B and C have four each in the second round; in the first, C had fewer.
        assertThat(rounds(counted)).containsExactly("1:5 2:4 3:3 4:1x", "1:5 2:4 3:4x", "1:5 2:4");
        assertThat(counted.rounds().get(1).spared()).isEqualTo("B");
        assertThat(counted.last().winner().words()).isEqualTo("A");
        assertThat(counted.last().spent()).isEqualTo(4);
    }

    @Test
    void losersThatTogetherCouldWinDoNotLeaveTogether() {
        long poll = ask(PollKind.RANKED, false, PollResults.ALWAYS, "A", "B", "C");
        cast(poll, 4, 1);
        cast(poll, 3, 2, 3);
        cast(poll, 3, 3, 2);

        Poll counted = polls.poll(ada, poll);

        // Whichever of B and C stayed alone would have six of ten.
        assertThat(rounds(counted)).containsExactly("1:4 2:3 3:3");
        assertThat(counted.outcome()).isEqualTo("undecided");
        assertThat(counted.last().trailing()).isEqualTo("B, C");
    }

    @Test
    void whatWasNeverApartLeavesTogetherAndATieIsToldAsOne() {
        long together = ask(PollKind.RANKED, false, PollResults.ALWAYS, "A", "B", "C", "D");
        cast(together, 3, 1);
        cast(together, 3, 4);
        cast(together, 1, 2, 1);
        cast(together, 1, 3, 1);
        Poll counted = polls.poll(ada, together);
        assertThat(rounds(counted)).containsExactly("1:3 2:1x 3:1x 4:3", "1:5 4:3");
        assertThat(counted.outcome()).isEqualTo("won");

        long tie = ask(PollKind.RANKED, false, PollResults.ALWAYS, "A", "B");
        assertThat(polls.poll(ada, tie).outcome()).isEqualTo("none");
        cast(tie, 2, 1, 2);
        cast(tie, 2, 2, 1);
        Poll level = polls.poll(ada, tie);
        assertThat(level.outcome()).isEqualTo("tied");
        assertThat(level.last().winner()).isNull();
        assertThat(level.last().leading()).isEqualTo("A, B");
    }

    @Test
    void whoIsGoneStillCounts() {
        long poll = ask(PollKind.SINGLE, true, PollResults.ALWAYS, "A", "B");
        Viewer.SignedIn bo = voter();
        polls.vote(bo, poll, List.of(1));

        site.db.run("delete from person where id = " + bo.personId());

        assertThat(votes(poll)).containsExactly(1, 0);
        assertThat(polls.ballots(ada, poll, null, 10).items().getFirst().by()).isNull();
    }

    @Test
    void whoMayChooseSeveralCountsThemOfAllWhoVoted() {
        long poll = ask(PollKind.SEVERAL, false, PollResults.ALWAYS, "A", "B");
        polls.vote(voter(), poll, List.of(1, 2));
        polls.vote(voter(), poll, List.of(1));

        assertThat(polls.poll(ada, poll).last().lines())
                .extracting(PollRound.Line::percent)
                .containsExactly(100, 50);
    }

    private long ask(PollKind kind, boolean open, PollResults results, String... options) {
        return ask(poll(kind, open, results, options));
    }

    private static NewPoll poll(
            PollKind kind, boolean open, PollResults results, String... options) {
        // A result at the end needs one.
        Instant ends = results == PollResults.ENDED ? Instant.now().plusSeconds(3600) : null;
        return new NewPoll("Which?", List.of(options), kind, null, open, results, ends);
    }

    private long ask(NewPoll poll) {
        return site.forum
                .open(
                        ada,
                        "valley",
                        new NewDiscussion(
                                Kind.QUESTION, "Vote", "Please vote.", List.of(), null, null, poll),
                        null)
                .postId();
    }

    private Viewer.SignedIn voter() {
        return site.member("voter" + voters++, valley);
    }

    private void cast(long poll, int times, Integer... choices) {
        for (int i = 0; i < times; i++) {
            polls.vote(voter(), poll, List.of(choices));
        }
    }

    private List<Integer> votes(long poll) {
        return polls.poll(ada, poll).last().lines().stream().map(PollRound.Line::votes).toList();
    }

    private static List<String> rounds(Poll poll) {
        return poll.rounds().stream()
                .map(round ->
                        String.join(
                                " ",
                                round.lines().stream()
                                        .map(line ->
                                                line.option()
                                                        + ":"
                                                        + line.votes()
                                                        + (line.leaves() ? "x" : ""))
                                        .toList()))
                .toList();
    }

    private @Nullable Long ballotsSeenBy(Viewer.SignedIn viewer) throws SQLException {
        return site.db.asked(viewer, "select count(*) from ballot");
    }

    private @Nullable Long tallySeenBy(Viewer.SignedIn viewer, long poll) throws SQLException {
        return site.db.asked(viewer, "select count(*) from poll_tally where post_id = " + poll);
    }
}
