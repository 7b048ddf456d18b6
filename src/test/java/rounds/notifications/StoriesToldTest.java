package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.cases.Answering;
import rounds.cases.Authority;
import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.Facts;
import rounds.cases.Ground;
import rounds.cases.Judging;
import rounds.cases.Outcome;
import rounds.cases.Part;
import rounds.cases.Publishing;
import rounds.cases.Result;
import rounds.cases.Setting;
import rounds.cases.Word;
import rounds.community.Reason;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;

import java.util.List;
import java.util.Map;

/// Who hears what of a case story.
class StoriesToldTest {
    private final Neighbourhood site = Neighbourhood.emptied();
    private final Cases cases = site.db.site().get(Cases.class);
    private final Publishing publishing = site.db.site().get(Publishing.class);
    private final Judging judging = site.db.site().get(Judging.class);
    private final Answering answering = site.db.site().get(Answering.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;
    private Viewer.SignedIn other;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
        other = site.member("other", valley, "moderator");
        site.db.run("update community set second_reader = true");
    }

    @Test
    void whoIsAskedToReadFirstIsToldAndNobodyElseUntilItIsDecided() {
        CaseStory story = handedIn("ben", false);
        site.tell();

        assertThat(site.told(ben)).containsExactly("case_waits  A fall");
        assertThat(site.page(ben).getFirst().path()).isEqualTo(story.path());
        assertThat(site.told(mod)).isEmpty();

        judging.giveBack(ben, story.id(), story.revision(), "The village can be known.");
        site.tell();

        assertThat(site.told(ben)).as("what is decided waits no more").isEmpty();
        assertThat(site.told(ada)).containsExactly("declined  A fall");
        assertThat(site.page(ada).getFirst().words()).isEqualTo("The village can be known.");
        assertThat(site.page(ada).getFirst().path()).isEqualTo(story.path());
    }

    @Test
    void whoTakesHerNameFromAStoryIsNamedInNoNoticeOfItAnyMore() {
        site.db.run("update community set second_reader = false");
        site.watches.community(ben, "valley", Level.EVERY);
        CaseStory story = handedIn(null, true);
        site.tell();
        assertThat(site.told(ben)).anyMatch(told -> told.contains("ada"));

        CaseStory now = cases.story(ada, story.id());
        Facts facts = now.facts();
        publishing.edit(
                ada,
                now.id(),
                new Facts(
                        facts.title(),
                        facts.language(),
                        facts.outcome(),
                        facts.setting(),
                        facts.practice(),
                        facts.conditions(),
                        facts.tags(),
                        facts.learning(),
                        facts.tookPart(),
                        facts.led(),
                        facts.patientView(),
                        facts.patientWords(),
                        false,
                        facts.membersOnly()),
                Map.of(Part.STORY, "She fell."),
                List.of(),
                now.revision());
        site.tell();

        assertThat(site.told(ben)).noneMatch(told -> told.contains("ada"));
    }

    @Test
    void moderatorsAreToldThatAnAuthorAsksToHaveHerStoryShownAgainUntilTheyDecide() {
        site.db.run("update community set second_reader = false");
        CaseStory story = handedIn(null, false);
        judging.hide(mod, story.id(), "Too near");
        CaseStory hidden = cases.story(ada, story.id());
        publishing.askAgain(ada, story.id(), hidden.revision(), "It is farther now");
        site.tell();

        assertThat(site.told(other)).containsExactly("resource_asked  A fall");
        assertThat(site.page(other).getFirst().said()).isEqualTo("case.unsigned.asked");
        assertThat(site.told(ben)).isEmpty();

        judging.restore(other, story.id(), "");
        site.tell();

        assertThat(site.told(mod)).isEmpty();
        assertThat(site.told(ada)).contains("restored  A fall");
    }

    @Test
    void whoToldACaseHearsWhoTriedTheSameAndThatSomebodyThankedAndNotWhoDid() {
        site.db.run("update community set second_reader = false");
        CaseStory story = handedIn(null, false);
        site.tell();
        answering.tried(ben, story.id(), Result.PARTLY, Setting.HOME, "");
        site.tell();
        assertThat(site.told(ada)).containsExactly("tried ben A fall");
        assertThat(site.page(ada).getFirst().said()).isEqualTo("case.tried.partly");

        answering.tried(ben, story.id(), Result.WORKED, Setting.HOME, "");
        answering.say(mod, story.id(), Word.THANKS);
        site.tell();
        assertThat(site.told(ada)).containsExactlyInAnyOrder("tried ben A fall", "mark  A fall");
        assertThat(site.page(ada))
                .extracting(Bundle::said)
                .containsExactlyInAnyOrder("case.tried.worked", "case.word.thanks");

        answering.unsay(mod, story.id(), Word.THANKS);
        answering.notTried(ben, story.id());
        site.tell();
        assertThat(site.told(ada)).isEmpty();
    }

    @Test
    void moderatorsAreToldWhereNobodyIsAskedOrWhoWasAskedHasLeft() {
        handedIn(null, true);
        site.tell();
        assertThat(site.told(mod)).containsExactly("case_waits ada A fall");
        assertThat(site.told(other)).containsExactly("case_waits ada A fall");
        assertThat(site.told(ben)).isEmpty();

        CaseStory second = handedIn("ben", false);
        site.remove(ben, valley);
        site.tell();
        assertThat(site.told(mod)).containsExactly("case_waits  A fall", "case_waits ada A fall");

        judging.release(mod, second.id(), second.revision(), "Well told.");
        site.tell();
        assertThat(site.told(mod)).containsExactly("case_waits ada A fall");
        assertThat(site.told(ada)).containsExactly("approved  A fall");
        assertThat(site.page(ada).getFirst().words()).isEqualTo("Well told.");
    }

    @Test
    void whatIsTakenBackWaitsForNobodyAndIsToldAnewWhenItIsHandedInAgain() {
        CaseStory story = handedIn("ben", false);
        site.tell();
        publishing.takeBack(ada, story.id());
        site.tell();
        assertThat(site.told(ben)).isEmpty();

        CaseStory draft = cases.story(ada, story.id());
        publishing.publish(ada, story.id(), draft.revision(), "ben");
        site.tell();
        assertThat(site.told(ben)).containsExactly("case_waits  A fall");
    }

    @Test
    void itsAuthorIsToldThatItWasHiddenWithTheReasonAlsoWhereSheDidNotSign() {
        CaseStory story = read(false);
        judging.hide(mod, story.id(), "A name stands in it.");
        site.tell();

        assertThat(site.page(ada).getFirst().said()).isEqualTo("case.hidden");
        assertThat(site.page(ada).getFirst().words()).isEqualTo("A name stands in it.");
        assertThat(judging.fate(ada, story.id()).orElseThrow().words())
                .isEqualTo("A name stands in it.");
        assertThat(judging.fate(other, story.id())).isPresent();

        judging.restore(other, story.id(), "Looked at.");
        site.tell();
        assertThat(site.page(ada))
                .extracting(Bundle::said, Bundle::words)
                .contains(
                        tuple("case.restored", "Looked at."),
                        tuple("case.hidden", "A name stands in it."),
                        tuple("case.approved", "Fine"));
        judging.report(ben, story.id(), Reason.PATIENT_DATA, "Look");
        site.tell();
        assertThat(site.told(ada)).contains("restored  A fall", "hidden  A fall");
        assertThat(judging.fate(ada, story.id()).orElseThrow().act()).isEqualTo("hidden_by_report");
        assertThat(site.told(mod)).contains("reported  valley");
    }

    @Test
    void onlySheAndModeratorsHearWhatItsSecondReaderSaid() {
        CaseStory story = read(true);

        assertThat(judging.fate(ada, story.id()).orElseThrow().words()).isEqualTo("Fine");
        assertThat(judging.fate(mod, story.id())).isPresent();
        assertThat(judging.fate(ben, story.id())).isEmpty();
    }

    @Test
    void whoFollowsAStoryHearsWhatCameAfterAndOfOtherWordsButNotWhoToldIt() {
        CaseStory story = read(false);
        site.watches.story(ben, story.id(), Level.EVERY);
        answering.followUp(ada, story.id(), 6, "She walks.", "");
        CaseStory now = cases.story(ada, story.id());
        publishing.edit(
                ada,
                now.id(),
                now.facts(),
                Map.of(Part.STORY, "Other words"),
                List.of(),
                now.revision());
        site.tell();

        assertThat(site.told(ben))
                .containsExactlyInAnyOrder("case_later  A fall", "case_edited  A fall");
        assertThat(site.told(mod)).doesNotContain("case_later  A fall");
        assertThat(site.watches.all(ben, "case_story", null, 9).items())
                .extracting(Followed::action)
                .containsExactly("/cases/" + Ids.text(story.id()) + "/watch");

        site.watches.story(ben, story.id(), null);
        assertThat(site.watches.followsStory(ben, story.id())).isFalse();
        judging.hide(mod, story.id(), "A name");
        assertThatThrownBy(() -> site.watches.story(ben, story.id(), Level.EVERY))
                .isInstanceOf(ProblemException.class);
        assertThat(site.told(ben)).as("what is hidden is told no more").isEmpty();
    }

    @Test
    void whoToldACaseHearsOfDiscussionsThatAreOpenedAboutItAlsoWhereSheDidNotSign() {
        CaseStory story = read(false);
        String link = "[[c:" + Ids.text(story.id()) + "]]";
        site.forum.open(
                ben,
                "valley",
                new NewDiscussion(
                        Kind.QUESTION, "Which tablets?", "About " + link, List.of(), null),
                null);
        site.forum.open(
                ada,
                "valley",
                new NewDiscussion(Kind.QUESTION, "Her own", "About " + link, List.of(), null),
                null);
        site.tell();

        assertThat(site.told(ada))
                .contains("discussion ben Which tablets?")
                .doesNotContain("discussion ada Her own");
        assertThat(site.told(mod)).doesNotContain("discussion ben Which tablets?");
    }

    private CaseStory read(boolean named) {
        CaseStory story = handedIn(null, named);
        judging.release(other, story.id(), story.revision(), "Fine");
        site.tell();
        return cases.story(ada, story.id());
    }

    private CaseStory handedIn(@Nullable String reader, boolean named) {
        CaseStory story = cases.start(ada, "valley", "", null);
        cases.save(ada, story.id(), Part.STORY, "She fell.", 0);
        cases.authorise(ada, story.id(), new Authority(Ground.ETHICS, "", null, "Board 3"));
        CaseStory told =
                cases.describe(
                        ada,
                        story.id(),
                        new Facts(
                                "A fall",
                                "en",
                                Outcome.MIXED,
                                null,
                                "",
                                List.of(),
                                List.of(),
                                List.of("Ask first"),
                                List.of(),
                                "",
                                null,
                                "",
                                named,
                                false),
                        story.revision());
        return publishing.publish(ada, told.id(), told.revision(), reader);
    }
}
