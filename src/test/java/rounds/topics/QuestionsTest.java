package rounds.topics;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.topics.AroundSite.problemOf;
import static rounds.topics.AroundSite.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.ContentRef;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.order.Step;

import java.util.List;

/// What nobody knows yet about a topic.
class QuestionsTest {
    private final AroundSite site = AroundSite.emptied();
    private Viewer.SignedIn mod;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn stranger;
    private long topic;

    @BeforeEach
    void gathered() {
        long valley = site.community("valley", "public");
        mod = site.member("mod", valley, "moderator");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        stranger = site.person("stranger");
        topic = site.topic(valley, mod, "How low?");
    }

    private List<String> words(Viewer viewer) {
        return site.questions.of(viewer, topic).stream().map(TopicQuestion::words).toList();
    }

    @Test
    void anyMemberAsksAndOthersAreNotToldWho() {
        long id = site.questions.ask(ada, topic, "What if the clinic disagrees?");

        TopicQuestion seen = site.questions.of(stranger, topic).getFirst();
        assertThat(seen.words()).isEqualTo("What if the clinic disagrees?");
        assertThat(seen.askedBy()).isNull();
        assertThat(seen.may()).isFalse();
        assertThat(site.questions.of(ben, topic).getFirst().askedBy()).isNotNull();
        assertThat(site.questions.of(ben, topic).getFirst().may()).isFalse();
        assertThat(site.questions.one(ada, topic, id).may()).isTrue();
        assertThat(refused(() -> site.questions.ask(ada, topic, " "))).containsExactly("question");
        assertThat(problemOf(() -> site.questions.ask(stranger, topic, "Me?")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.questions.answer(ben, topic, id, "So", "")))
                .isEqualTo(new Problem.Forbidden("gather.question.not-yours"));
    }

    @Test
    void whoeverAskedSaysWhatAnswersItAndWhere() {
        ContentRef guide = site.resource(mod, "valley", "Guide");
        long id = site.questions.ask(ada, topic, "Which first?");
        long other = site.questions.ask(ada, topic, "And then?");

        site.questions.answer(ada, topic, id, "Newest first", "[[r:" + Ids.text(guide.id()) + "]]");
        site.questions.answer(mod, topic, other, "", "/r/" + Ids.text(guide.id()) + "-guide");

        TopicQuestion seen = site.questions.of(stranger, topic).getLast();
        assertThat(seen.state()).isEqualTo(QuestionState.ANSWERED);
        assertThat(seen.answer()).isEqualTo("Newest first");
        assertThat(seen.pointer().title()).isEqualTo("Guide");
        site.hide(guide);
        assertThat(site.questions.of(ben, topic).getLast().pointer()).isNull();
        assertThat(site.questions.of(ben, topic).getLast().closed()).isTrue();
        assertThat(problemOf(() -> site.questions.answer(ada, topic, id, "Again", "")))
                .isInstanceOf(Problem.Conflict.class);

        site.questions.reopen(ada, topic, id);
        assertThat(site.questions.one(ada, topic, id).isOpen()).isTrue();
        assertThat(refused(() -> site.questions.answer(ada, topic, id, "", "")))
                .containsExactly("answer");
        assertThat(refused(() -> site.questions.answer(ada, topic, id, "So", "somewhere")))
                .containsExactly("pointer");
        assertThat(
                        refused(() ->
                                site.questions.answer(
                                        ada, topic, id, "So", "/r/" + Ids.text(Ids.next()))))
                .containsExactly("pointer");
    }

    @Test
    void whatIsOpenStandsInItsOrderBeforeWhatIsNot() {
        long one = site.questions.ask(ada, topic, "One");
        site.questions.ask(ada, topic, "Two");
        long three = site.questions.ask(ben, topic, "Three");

        site.questions.move(mod, topic, three, new Step.To(1));
        assertThat(words(ada)).containsExactly("Three", "One", "Two");
        site.questions.drop(ada, topic, one, "Not now");
        assertThat(words(ada)).containsExactly("Three", "Two", "One");
        assertThat(problemOf(() -> site.questions.move(ada, topic, three, new Step.Down())))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.questions.move(mod, topic, one, new Step.Up())))
                .isInstanceOf(Problem.Conflict.class);
    }
}
