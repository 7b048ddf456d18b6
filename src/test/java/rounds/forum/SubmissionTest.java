package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

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
}
