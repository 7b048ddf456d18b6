package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.util.List;

/// A form or request that arrives twice.
class SubmissionTest {
    private final ForumSite site = ForumSite.emptied();

    @Test
    void theSameWordsMakeOnePostOtherWordsUnderTheSameNameAreNotLostInSilence() {
        var bea = site.member("bea", site.community("valley", "public"));
        long discussion = site.open(bea, "valley", "Dizzy").discussionId();
        var words = new NewPost("Measure it standing", null, null);

        Posted first = site.forum.reply(bea, discussion, words, "form-1");
        Posted again = site.forum.reply(bea, discussion, words, "form-1");

        assertThat(again.postId()).isEqualTo(first.postId());
        assertThatThrownBy(() ->
                        site.forum.reply(
                                bea, discussion, new NewPost("And lying", null, null), "form-1"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problem()).isInstanceOf(Problem.Conflict.class));
        assertThat(site.db.count("select count(*) from post")).isEqualTo(2);
    }

    @Test
    void theSameAnswerSentAgainAfterAMergeIsFoundWhereItStandsNow() {
        var bea = site.member("bea", site.community("valley", "public"), "moderator");
        long dizzy = site.open(bea, "valley", "Dizzy").discussionId();
        long falls = site.open(bea, "valley", "Falls").discussionId();
        long other = site.open(bea, "valley", "Gout").discussionId();
        var words = new NewPost("Measure it standing", null, null);
        Posted first = site.forum.reply(bea, dizzy, words, "form-1");
        site.db.site().get(Arrangement.class).merge(bea, dizzy, falls);
        long posts = site.db.count("select count(*) from post");

        Posted again = site.forum.reply(bea, dizzy, words, "form-1");
        Posted there = site.forum.reply(bea, falls, words, "form-1");

        assertThat(again.postId()).isEqualTo(first.postId());
        assertThat(again.discussionId()).isEqualTo(falls);
        assertThat(there).isEqualTo(again);
        assertThat(site.db.count("select count(*) from post")).isEqualTo(posts);
        assertThat(ForumSite.problemOf(() -> site.forum.reply(bea, other, words, "form-1")))
                .isEqualTo(new Problem.Conflict("forum.submission.used"));
    }

    @Test
    void theSameDiscussionSentAgainAfterItWasMergedIsFoundWhereItStandsNow() {
        var bea = site.member("bea", site.community("valley", "public"), "moderator");
        long falls = site.open(bea, "valley", "Falls").discussionId();
        var words = new NewDiscussion(Kind.QUESTION, "Dizzy", "Who?", List.of(), null);
        Posted first = site.forum.open(bea, "valley", words, "form-1");
        site.db.site().get(Arrangement.class).merge(bea, first.discussionId(), falls);

        Posted again = site.forum.open(bea, "valley", words, "form-1");

        assertThat(again.postId()).isEqualTo(first.postId());
        assertThat(again.discussionId()).isEqualTo(falls);
        assertThat(site.db.count("select count(*) from post")).isEqualTo(2);
    }
}
