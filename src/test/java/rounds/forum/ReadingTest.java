package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

class ReadingTest {
    private final ForumSite site = ForumSite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn bea;
    private Posted opened;

    @BeforeEach
    void aDiscussion() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        bea = site.member("bea", valley);
        opened = site.open(ada, "valley", "Dizzy in the morning");
    }

    @Test
    void aDiscussionIsReadWithItsOpeningPost() {
        DiscussionPage page = site.tree(Viewer.VISITOR, opened.discussionId(), Place.START, 20);

        assertThat(page.discussion().title()).isEqualTo("Dizzy in the morning");
        assertThat(page.discussion().path()).endsWith("-dizzy-in-the-morning");
        assertThat(page.discussion().posts()).isEqualTo(1);
        assertThat(page.posts()).hasSize(1);
        assertThat(page.posts().getFirst().html()).contains("<strong>helped</strong>");
        assertThat(page.whole()).isTrue();
    }

    @Test
    void aTreeShowsEachAnswerBelowWhatItAnswers() {
        Posted two = reply(null, "two");
        Posted three = reply(null, "three");
        reply(two.postId(), "four");
        reply(three.postId(), "five");
        reply(two.postId(), "six");

        assertThat(numbers(site.tree(ada, opened.discussionId(), Place.START, 20)))
                .containsExactly(1, 2, 4, 6, 3, 5);
        assertThat(numbers(site.time(ada, opened.discussionId(), Place.START, 20)))
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void answersBelowTheSixthStandBesideEachOtherAndNameWhomTheyAnswer() {
        Posted last = opened;
        for (int depth = 1; depth <= 9; depth++) {
            last = reply(last.postId(), "Deeper " + depth);
        }
        Posted other = site.reply(bea, opened.discussionId(), last.postId(), "Still deeper");
        site.reply(ada, opened.discussionId(), last.postId(), "A second answer");

        List<Post> posts = site.tree(ada, opened.discussionId(), Place.START, 20).posts();

        assertThat(posts)
                .extracting(Post::depth)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 6, 6);
        assertThat(posts.get(10).id()).isEqualTo(other.postId());
        assertThat(posts.get(10).parentName()).isNull();
        assertThat(posts.get(11).parentName()).isEqualTo("Ada");
    }

    @Test
    void pagesGoForwardAndBackInBothOrdersOverAllPosts() {
        List<Long> ids = new ArrayList<>(List.of(opened.postId()));
        for (int i = 0; i < 52; i++) {
            ids.add(reply(ids.get(i / 2), "Post " + i).postId());
        }
        for (View view : View.values()) {
            List<Integer> all = numbers(page(view, Place.START, 100));
            assertThat(all).hasSize(53);
            assertThat(forward(view)).isEqualTo(all);
            assertThat(backward(view)).isEqualTo(all);
        }
    }

    @Test
    void aLongDiscussionIsMetAtThePostThatIsAskedFor() {
        for (int i = 2; i <= 60; i++) {
            reply(null, "Post " + i);
        }
        for (View view : View.values()) {
            DiscussionPage late = page(view, new Place.At(50), 20);
            assertThat(numbers(late)).startsWith(46, 47, 48, 49, 50);
            assertThat(late.previous()).isNotNull();
            DiscussionPage early = page(view, new Place.At(12), 20);
            assertThat(numbers(early)).startsWith(1).contains(12).hasSize(20);
            assertThat(early.previous()).isNull();
        }
    }

    @Test
    void aPrivateDiscussionIsNotThereForOthersAndAListedOneShowsItsDoor() {
        long quiet = site.community("quiet", "private");
        long listed = site.community("listed", "listed");
        Viewer.SignedIn eve = site.member("eve", quiet);
        site.role(eve, listed, "member");
        long hidden = site.open(eve, "quiet", "Among us").discussionId();
        long known = site.open(eve, "listed", "Ask to come in").discussionId();

        assertProblem(ada, hidden, new Problem.NotFound());
        assertProblem(Viewer.VISITOR, hidden, new Problem.NotFound());
        assertProblem(Viewer.VISITOR, known, new Problem.NotFound());
        assertProblem(ada, known, new Problem.Forbidden("policy.refused.read", "/c/listed"));
    }

    @Test
    void aCursorThatNoPageGaveIsRefused() {
        for (String cursor : List.of("x!", "1.2.0", "0", "-1", "zzzzzzz", "")) {
            for (View view : View.values()) {
                assertThatThrownBy(() -> page(view, new Place.After(cursor), 20))
                        .isInstanceOf(ProblemException.class);
            }
        }
    }

    private void assertProblem(Viewer viewer, long discussion, Problem problem) {
        assertThatThrownBy(() -> site.tree(viewer, discussion, Place.START, 20))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(problem));
    }

    private List<Integer> forward(View view) {
        var seen = new ArrayList<Integer>();
        DiscussionPage page = page(view, Place.START, 10);
        seen.addAll(numbers(page));
        while (page.next() != null) {
            page = page(view, new Place.After(page.next()), 10);
            seen.addAll(numbers(page));
        }
        return seen;
    }

    /// From the last page back to the first, which is a full one and may show some again.
    private List<Integer> backward(View view) {
        DiscussionPage page = page(view, Place.START, 10);
        while (page.next() != null) {
            page = page(view, new Place.After(page.next()), 10);
        }
        var seen = new ArrayList<>(numbers(page).reversed());
        while (page.previous() != null) {
            page = page(view, new Place.Before(page.previous()), 10);
            seen.addAll(numbers(page).reversed());
        }
        Collections.reverse(seen);
        return seen;
    }

    private DiscussionPage page(View view, Place place, int limit) {
        return site.discussions.page(ada, opened.discussionId(), view, place, limit);
    }

    private Posted reply(@Nullable Long answers, String body) {
        return site.reply(ada, opened.discussionId(), answers, body);
    }

    private static List<Integer> numbers(DiscussionPage page) {
        return page.posts().stream().map(Post::number).map(Objects::requireNonNull).toList();
    }
}
