package rounds.cases;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.cases.CaseSite.problemOf;
import static rounds.cases.CaseSite.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.util.List;

/// Stories while they are written.
class DraftsTest {
    private final CaseSite site = CaseSite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator", "chair");
    }

    @Test
    void aDraftIsItsAuthorsAloneHoweverHighSomebodyElseStands() {
        CaseStory draft = site.ready(ada, "valley", CaseSite.SHORT);

        assertThat(site.cases.story(ada, draft.id()).section(Part.STORY).orElseThrow().body())
                .isEqualTo("She fell on the way to the kettle.");
        assertThat(site.cases.authority(ada, draft.id()).orElseThrow().reference())
                .isEqualTo("Binder 3");
        for (Viewer other : List.of(ben, mod, Viewer.VISITOR)) {
            assertThat(problemOf(() -> site.cases.story(other, draft.id())))
                    .isInstanceOf(Problem.NotFound.class);
            assertThat(problemOf(() -> site.cases.authority(other, draft.id())))
                    .isInstanceOf(Problem.NotFound.class);
        }
        assertThat(site.lists.own(ada)).extracting(CaseSummary::id).containsExactly(draft.id());
        assertThat(site.lists.own(mod)).isEmpty();
        assertThat(site.content.indexable(ContentType.CASE_STORY, List.of(draft.id()))).isEmpty();
        assertThat(site.content.titles(List.of(CaseFinding.ref(draft.id())))).isEmpty();
        assertThat(problemOf(() -> site.cases.save(mod, draft.id(), Part.STORY, "Mine", 1)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.cases.throwAway(mod, draft.id())))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whoIsInNoCommunityBeginsNothingThere() {
        Viewer.SignedIn stranger = site.person("stranger");
        assertThat(problemOf(() -> site.cases.start(stranger, "valley", "Mine", null)))
                .isEqualTo(new Problem.Forbidden("policy.refused.tell"));
        site.community("private", "private");
        assertThat(problemOf(() -> site.cases.start(ada, "private", "Mine", null)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whoIsThereNoLongerReadsHerDraftAndThrowsItAwayAndWritesNoMore() {
        CaseStory draft = site.ready(ada, "valley", CaseSite.SHORT);
        site.remove(ada);

        assertThat(site.lists.own(ada)).extracting(CaseSummary::id).containsExactly(draft.id());
        assertThat(site.cases.story(ada, draft.id()).may().word()).isFalse();
        assertThat(problemOf(() -> site.cases.save(ada, draft.id(), Part.STORY, "More", 1)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(
                        problemOf(() ->
                                site.publishing.publish(ada, draft.id(), draft.revision(), null)))
                .isInstanceOf(Problem.class);
        site.cases.throwAway(ada, draft.id());
        assertThat(site.lists.own(ada)).isEmpty();
    }

    @Test
    void twoWindowsMeetInThePartThatBothWriteAndNothingIsOverwritten() {
        long draft = site.cases.start(ada, "valley", "A fall", null).id();

        assertThat(site.cases.save(ada, draft, Part.STORY, "One", 0))
                .isEqualTo(new Saving.Saved(1));
        assertThat(site.cases.save(ada, draft, Part.CAME, "Well", 0))
                .isEqualTo(new Saving.Saved(1));
        assertThat(site.cases.save(ada, draft, Part.STORY, "One, two", 1))
                .isEqualTo(new Saving.Saved(2));
        assertThat(site.cases.save(ada, draft, Part.STORY, "Another", 1))
                .isEqualTo(new Saving.Meanwhile("One, two", 2));
        assertThat(site.cases.save(ada, draft, Part.STORY, "Another", 0))
                .isEqualTo(new Saving.Meanwhile("One, two", 2));
        assertThat(site.cases.story(ada, draft).sections())
                .extracting(Section::body)
                .containsExactly("One, two", "Well");
    }

    @Test
    void factsOfAnotherWindowAreNotOverwrittenEither() {
        CaseStory draft = site.cases.start(ada, "valley", "A fall", null);
        site.cases.describe(ada, draft.id(), CaseSite.SHORT, draft.revision());

        assertThat(
                        problemOf(() ->
                                site.cases.describe(ada, draft.id(), Facts.NONE, draft.revision())))
                .isEqualTo(new Problem.Conflict("cases.changed-meanwhile"));
        assertThat(site.cases.story(ada, draft.id()).facts())
                .satisfies(facts -> {
                    assertThat(facts.conditions())
                            .containsExactly("recurrent-falls", "heart-failure");
                    assertThat(facts.tookPart())
                            .containsExactly(new Participant("pharmacist", Way.CONSULTATION));
                });
    }

    @Test
    void whatIsMissingIsSaidAllAtOnceAndNothingMoreIsAsked() {
        CaseStory draft = site.cases.start(ada, "valley", "", null);

        assertThat(site.clearing.look(ada, draft.id()).missing())
                .containsExactly("title", "story", "outcome", "learning", "authority");
        assertThat(refused(() -> site.publishing.publish(ada, draft.id(), draft.revision(), null)))
                .containsExactly("title", "story", "outcome", "learning", "authority");

        var shortest =
                new Facts(
                        "A fall",
                        "",
                        Outcome.FAILURE,
                        null,
                        "",
                        List.of(),
                        List.of(),
                        List.of("Ask first"),
                        List.of(),
                        "",
                        null,
                        "",
                        true,
                        false);
        CaseStory ready = site.ready(ada, "valley", shortest);
        assertThat(site.clearing.look(ada, ready.id()).isReady()).isTrue();
        assertThat(site.publishing.publish(ada, ready.id(), ready.revision(), null).state())
                .isEqualTo(CaseState.VISIBLE);
        assertThat(site.cases.story(Viewer.VISITOR, ready.id()).title()).isEqualTo("A fall");
    }

    @Test
    void whatIsEnteredHasLimitsAndEachIsSaidAtItsField() {
        CaseStory draft = site.cases.start(ada, "valley", "", null);
        var wrong =
                new Facts(
                        "x".repeat(201),
                        "klingon",
                        null,
                        null,
                        "",
                        List.of("!"),
                        List.of(),
                        List.of("1", "2", "3", "4", "5", "6"),
                        List.of(),
                        "x".repeat(201),
                        null,
                        "",
                        true,
                        false);

        assertThat(refused(() -> site.cases.describe(ada, draft.id(), wrong, 0)))
                .containsExactly("title", "language", "conditions", "learning", "led");
        assertThat(
                        refused(() ->
                                site.cases.save(ada, draft.id(), Part.CAME, "x".repeat(20_001), 0)))
                .containsExactly("came");
        assertThat(
                        refused(() ->
                                site.cases.authorise(
                                        ada,
                                        draft.id(),
                                        new Authority(Ground.CONSENT_OTHER, " ", null, ""))))
                .containsExactly("of_whom");
    }

    @Test
    void aRequestThatIsSentTwiceBeginsOneDraft() {
        CaseStory once = site.cases.start(ada, "valley", "A fall", "key");
        CaseStory twice = site.cases.start(ada, "valley", "A fall", "key");

        assertThat(twice.id()).isEqualTo(once.id());
        site.cases.throwAway(ada, once.id());
        assertThat(site.db.count("select count(*) from case_story")).isZero();
    }
}
