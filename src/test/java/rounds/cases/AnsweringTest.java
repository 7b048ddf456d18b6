package rounds.cases;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.cases.CaseSite.problemOf;
import static rounds.cases.CaseSite.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;

/// What comes after a story.
class AnsweringTest {
    private final CaseSite site = CaseSite.emptied();
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn eve;
    private Viewer.SignedIn stranger;
    private CaseStory story;
    private long valley;

    @BeforeEach
    void told() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        eve = site.member("eve", valley);
        stranger = site.person("stranger");
        story = site.published(ada, "valley", CaseSite.SHORT);
    }

    @Test
    void whoTriedTheSameIsCountedOnceInHerSetting() {
        site.answering.tried(ben, story.id(), Result.PARTLY, Setting.LONG_TERM_CARE, "The round");
        site.answering.tried(ben, story.id(), Result.NOT, Setting.LONG_TERM_CARE, "After all");
        site.answering.tried(eve, story.id(), Result.WORKED, Setting.LONG_TERM_CARE, "");

        Aftermath after = site.answering.of(Viewer.VISITOR, story.id());
        assertThat(after.tallies()).containsExactly(new Tally("long_term_care", 1, 0, 1));
        assertThat(after.trials()).extracting(Trial::note).containsExactly("", "After all");
        assertThat(site.cases.story(ben, story.id()).tried()).isEqualTo(2);
        assertThat(site.answering.of(ben, story.id()).mine()).isNotNull();

        site.answering.notTried(ben, story.id());
        site.answering.notTried(ben, story.id());
        assertThat(site.cases.story(ben, story.id()).tried()).isEqualTo(1);
    }

    @Test
    void aQuietWordCountsOnceAndIsTakenBack() {
        site.answering.say(ben, story.id(), Word.THANKS);
        site.answering.say(ben, story.id(), Word.THANKS);
        site.answering.say(ben, story.id(), Word.SAME);

        assertThat(site.answering.of(ben, story.id()).words())
                .containsExactlyInAnyOrder(Word.THANKS, Word.SAME);
        assertThat(site.answering.of(eve, story.id()).words()).as("another’s").isEmpty();
        assertThat(site.cases.story(eve, story.id()).thanked()).isEqualTo(1);
        assertThat(site.cases.story(eve, story.id()).same()).isEqualTo(1);

        site.answering.unsay(ben, story.id(), Word.THANKS);
        site.answering.unsay(ben, story.id(), Word.THANKS);
        assertThat(site.cases.story(eve, story.id()).thanked()).isZero();
    }

    @Test
    void onlyMembersAnswerAndNobodyHerOwn() {
        assertThat(problemOf(() -> site.answering.say(stranger, story.id(), Word.SAME)))
                .isEqualTo(new Problem.Forbidden("policy.refused.tell"));
        assertThat(
                        problemOf(() ->
                                site.answering.tried(
                                        ada, story.id(), Result.WORKED, Setting.HOME, "")))
                .isEqualTo(new Problem.Forbidden("cases.own"));
        assertThat(problemOf(() -> site.answering.followUp(ben, story.id(), 6, "Better", "")))
                .isEqualTo(new Problem.Forbidden("cases.not-yours"));
        assertThat(site.db.count("select count(*) from case_trial")).isZero();
        assertThat(site.db.count("select count(*) from case_word")).isZero();
    }

    @Test
    void itsAuthorTellsHowItWentOn() {
        site.answering.followUp(ada, story.id(), 6, "Still at *home*.", "");

        FollowUp later = site.answering.of(Viewer.VISITOR, story.id()).followUps().getFirst();
        assertThat(later.months()).isEqualTo(6);
        assertThat(later.html().value()).contains("<em>home</em>");
        assertThat(refused(() -> site.answering.followUp(ada, story.id(), -1, "Before", "")))
                .containsExactly("months");
        assertThat(refused(() -> site.answering.followUp(ada, story.id(), 1, " ", "")))
                .containsExactly("body");

        site.publishing.withdraw(ada, story.id(), "The family asked");
        assertThat(problemOf(() -> site.answering.of(ben, story.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.answering.followUp(ada, story.id(), 6, "More", "")))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aFollowUpIsTakenOutByItsAuthorAndByModeratorsAndByNobodyElse() {
        Viewer.SignedIn mod = site.member("mod", valley, "moderator");
        FollowUp first = site.answering.followUp(ada, story.id(), 3, "At home", "");
        FollowUp second = site.answering.followUp(ada, story.id(), 6, "On Elm Street", "");

        assertThat(problemOf(() -> site.answering.strike(ben, story.id(), first.id())))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.answering.strike(ada, story.id(), story.id())))
                .isInstanceOf(Problem.NotFound.class);
        site.answering.strike(ada, story.id(), first.id());
        site.answering.strike(mod, story.id(), second.id());

        assertThat(site.answering.of(ben, story.id()).followUps()).isEmpty();
        assertThat(site.db.rows("select act from community_log"))
                .containsExactly("case_follow_up_struck");
    }
}
