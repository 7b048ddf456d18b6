package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class RaceTest {
    private static final int AT_ONCE = 8;

    private final ForumSite site = ForumSite.emptied();
    private Viewer.SignedIn ada;
    private Viewer.SignedIn mod;
    private Posted opened;

    @BeforeEach
    void aDiscussion() {
        long valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        mod = site.member("mod", valley, "moderator");
        opened = site.open(ada, "valley", "Dizzy in the morning");
    }

    @Test
    void theSameFormSentManyTimesAtOnceMakesOnePost() throws Exception {
        List<Posted> made =
                together(
                        Collections.nCopies(
                                AT_ONCE,
                                () ->
                                        site.forum.reply(
                                                ada,
                                                opened.discussionId(),
                                                new NewPost("Once.", null, null),
                                                "form-1")));

        assertThat(made).hasSize(AT_ONCE);
        assertThat(made).extracting(Posted::postId).containsOnly(made.getFirst().postId());
        assertThat(site.discussions.discussion(ada, opened.discussionId()).posts()).isEqualTo(2);
    }

    @Test
    void theSameFormOpensOneDiscussion() throws Exception {
        List<Posted> made =
                together(
                        Collections.nCopies(
                                AT_ONCE,
                                () ->
                                        site.forum.open(
                                                ada,
                                                "valley",
                                                new NewDiscussion(
                                                        Kind.QUESTION,
                                                        "Once?",
                                                        "Once.",
                                                        List.of(),
                                                        null),
                                                "form-2")));

        assertThat(made).extracting(Posted::discussionId).hasSize(AT_ONCE);
        assertThat(made).extracting(Posted::postId).containsOnly(made.getFirst().postId());
        assertThat(site.db.count("select count(*) from discussion")).isEqualTo(2);
    }

    @Test
    void repliesAtTheSameMomentGetNumbersWithoutAGap() throws Exception {
        List<Posted> made =
                together(
                        Collections.nCopies(
                                AT_ONCE,
                                () -> site.reply(ada, opened.discussionId(), null, "At once")));

        assertThat(made)
                .extracting(Posted::number)
                .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(site.discussions.discussion(ada, opened.discussionId()).posts()).isEqualTo(9);
    }

    @Test
    void aCloseAndRepliesAtTheSameMomentNeverBothWin() throws Exception {
        for (int round = 0; round < 10; round++) {
            long id = site.open(ada, "valley", "Round " + round).discussionId();
            List<Callable<String>> race = new ArrayList<>();
            for (int i = 0; i < AT_ONCE - 1; i++) {
                race.add(() -> outcome(() -> site.reply(ada, id, null, "Quick")));
            }
            race.add(() ->
                    outcome(() -> {
                        site.moderation.close(mod, id, "It is answered.");
                        return null;
                    }));

            long replied =
                    together(race).subList(0, AT_ONCE - 1).stream().filter("done"::equals).count();

            Discussion after = site.discussions.discussion(ada, id);
            assertThat(after.closed()).isTrue();
            assertThat(after.replies()).isEqualTo((int) replied);
            assertThat(
                            site.db.count(
                                    """
                                    select count(*) from post p join discussion d on d.id = p.discussion_id
                                    where d.id = %d and p.number > 1 and p.posted_at > d.closed_at + interval '1 second'
                                    """
                                            .formatted(id)))
                    .isZero();
        }
    }

    @Test
    void ofTwoEditsAtTheSameMomentOneWins() throws Exception {
        long post = site.reply(ada, opened.discussionId(), null, "Words").postId();
        List<Callable<String>> race = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String words = "Words " + i;
            race.add(() -> outcome(() -> site.edits.edit(ada, post, 1, words)));
        }

        List<String> outcomes = together(race);

        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("forum.edit.meanwhile"::equals).hasSize(AT_ONCE - 1);
        assertThat(site.db.count("select count(*) from post_revision")).isEqualTo(1);
    }

    @Test
    void hidingAndAnsweringAtTheSameMomentKeepTheCountersRight() throws Exception {
        List<Callable<String>> race = new ArrayList<>();
        for (int i = 0; i < AT_ONCE / 2; i++) {
            long post = site.reply(ada, opened.discussionId(), null, "To be hidden").postId();
            race.add(() ->
                    outcome(() -> {
                        site.moderation.hide(mod, post, Reason.RUDE, "Tone");
                        return null;
                    }));
            race.add(() -> outcome(() -> site.reply(ada, opened.discussionId(), post, "Answer")));
        }

        together(race);

        assertThat(
                        site.db.count(
                                """
                                select count(*) from discussion d
                                where d.posts <> (select count(*) from post p where p.discussion_id = d.id and p.state = 'visible')
                                   or d.gone <> (select count(*) from post p where p.discussion_id = d.id and p.state = 'hidden')
                                   or d.last_number <> (select max(number) from post p where p.discussion_id = d.id)
                                """))
                .isZero();
    }

    private static String outcome(Callable<?> work) throws Exception {
        try {
            work.call();
            return "done";
        } catch (ProblemException e) {
            return e.problem() instanceof Problem.Conflict(String why) ? why : e.toString();
        }
    }

    static <T> List<T> together(List<? extends Callable<T>> work) throws Exception {
        var start = new CyclicBarrier(work.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures =
                    work.stream()
                            .map(one ->
                                    threads.submit(() -> {
                                        start.await();
                                        return one.call();
                                    }))
                            .toList();
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
