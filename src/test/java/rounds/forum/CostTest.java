package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.community.Waiting;
import rounds.kernel.Viewer;
import rounds.support.Statements;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// What reading and writing ask of the database, and that a long discussion costs as little as a
/// short one.
@Tag("timed")
class CostTest {
    private static final int LONG = Boolean.getBoolean("rounds.long") ? 50_000 : 20_000;
    private static final int SHORT = 50;
    private static final int ROUNDS = 60;

    private final ForumSite site = ForumSite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void aPageTakesTwoStatementsAndAThirdWherePostsAreGone() {
        Posted opened = site.open(ada, "valley", "Dizzy");
        List<Posted> replies = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            replies.add(site.reply(ada, opened.discussionId(), null, "Reply " + i));
        }
        long id = opened.discussionId();

        for (View view : View.values()) {
            assertThat(Statements.of(() -> site.discussions.page(ada, id, view, Place.START, 20)))
                    .hasSize(2);
            assertThat(
                            Statements.of(() ->
                                    site.discussions.page(ada, id, view, new Place.At(25), 20)))
                    .hasSize(2);
        }
        site.moderation.hide(mod, replies.getFirst().postId(), Reason.RUDE, "Tone");
        assertThat(Statements.of(() -> site.discussions.page(ada, id, View.TREE, Place.START, 20)))
                .hasSize(3);
        assertThat(
                        Statements.of(() ->
                                site.discussions.inCommunity(ada, valley, Filter.NONE, null, 20)))
                .hasSize(2);
        assertThat(Statements.of(() -> site.discussions.mine(ada, null, 20))).hasSize(1);
    }

    @Test
    void whatWaitsIsCountedForPagesAloneAndOnlyToAHundred() {
        long id = site.open(ada, "valley", "Dizzy").discussionId();
        site.db.run(
                """
                insert into post (id, discussion_id, community_id, number, path, depth, author_id, body, html, html_version,
                                  language, visibility, state, posted_at)
                select n, %d, %d, 1000 + n, lpad(n::text, 14, '0'), 1, %d, 'Words', '<p>Words</p>', 1, 'en', 'public', 'queued', now()
                from generate_series(1, 250) n
                """
                        .formatted(id, valley, ada.personId()));

        assertThat(site.discussions.page(mod, id, View.TREE, Place.START, 20).community().waiting())
                .isEqualTo(new Waiting(0, 100))
                .extracting(Waiting::casesShown)
                .isEqualTo("99+");
        assertThat(Statements.of(() -> site.reply(mod, id, null, "A reply")))
                .noneMatch(statement -> statement.contains("join_request"));
    }

    @Test
    void aPollTakesOneStatementMoreWhereThereIsOne() {
        long id =
                site.forum
                        .open(
                                ada,
                                "valley",
                                new NewDiscussion(
                                        Kind.QUESTION,
                                        "Vote",
                                        "Please",
                                        List.of(),
                                        null,
                                        null,
                                        new NewPoll(
                                                "?",
                                                List.of("A", "B"),
                                                PollKind.RANKED,
                                                null,
                                                true,
                                                PollResults.ALWAYS,
                                                null)),
                                null)
                        .discussionId();

        assertThat(Statements.of(() -> site.tree(ada, id, Place.START, 20))).hasSize(3);
    }

    @Test
    void aReplyTakesFiveStatements() {
        long id = site.open(ada, "valley", "Dizzy").discussionId();

        assertThat(
                        Statements.of(() ->
                                site.forum.reply(
                                        ada, id, new NewPost("Words", null, null), "form-1")))
                .hasSize(5);
        site.db.run("update community set review_first_posts = true");
        assertThat(
                        Statements.of(() ->
                                site.forum.reply(
                                        ada, id, new NewPost("Words", null, null), "form-2")))
                .hasSize(6);
    }

    @Test
    void aLongDiscussionCostsWhatAShortOneCosts() {
        long small = discussion(SHORT);
        long large = discussion(LONG);
        site.db.run("analyze");

        same("first page", small, large, id -> page(id, Place.START));
        same("page at a post", small, large, id -> page(id, new Place.At(40)));
        same("a reply", small, large, id -> site.reply(ada, id, null, "One more"));
        same("last page", small, large, id -> page(id, new Place.At(id == small ? SHORT : LONG)));
    }

    @Test
    void twoThousandPostsAreReadToTheEndInBothOrders() {
        long id = discussion(2_000);

        for (View view : View.values()) {
            var numbers = new ArrayList<Integer>();
            DiscussionPage page = site.discussions.page(ada, id, view, Place.START, 100);
            page.posts().forEach(post -> numbers.add(post.number()));
            while (page.next() != null) {
                page = site.discussions.page(ada, id, view, new Place.After(page.next()), 100);
                page.posts().forEach(post -> numbers.add(post.number()));
            }
            assertThat(numbers).hasSize(2_000).doesNotHaveDuplicates();
        }
    }

    private void page(long id, Place place) {
        for (View view : View.values()) {
            site.discussions.page(ada, id, view, place, 20);
        }
    }

    /// Measured by turns, so that a busy moment touches both. The goal is 1.5 times; the machine
    /// that tests may be busy with other things.
    private static void same(String what, long small, long large, LongConsumer work) {
        var ofSmall = new ArrayList<Long>();
        var ofLarge = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            ofSmall.add(nanos(small, work));
            ofLarge.add(nanos(large, work));
        }
        double times = median(ofLarge) / median(ofSmall);
        System.out.printf(
                "cost: %s of %,d posts %.2f ms, of %,d posts %.2f ms: %.2f times%n",
                what, SHORT, median(ofSmall), LONG, median(ofLarge), times);
        assertThat(times).as(what).isLessThan(3);
    }

    private static long nanos(long id, LongConsumer work) {
        long start = System.nanoTime();
        work.accept(id);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6;
    }

    /// Written by the owner: every third answers the one before it, the others the opening post.
    private long discussion(int posts) {
        long id = site.open(ada, "valley", posts + " posts").discussionId();
        site.db.run(
                """
                insert into post (id, discussion_id, community_id, number, parent_id, parent_number, path, depth, author_id,
                                  body, html, html_version, language, visibility, state, posted_at)
                select p.id + n, p.discussion_id, p.community_id, n,
                       case when n %% 3 = 0 and n > 2 then p.id + n - 1 else p.id end,
                       case when n %% 3 = 0 and n > 2 then n - 1 else 1 end,
                       p.path || case when n %% 3 = 0 and n > 2 then lpad(to_hex(n - 1), 7, '0') else '' end || lpad(to_hex(n), 7, '0'),
                       case when n %% 3 = 0 and n > 2 then 2 else 1 end, p.author_id, 'Words', '<p>Words</p>', 1, 'en', 'public', 'visible', now()
                from post p, generate_series(2, %2$d) n
                where p.discussion_id = %1$d and p.number = 1;
                update discussion set posts = %2$d, last_number = %2$d where id = %1$d;
                """
                        .formatted(id, posts));
        return id;
    }
}
