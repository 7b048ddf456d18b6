package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.Statements;

import java.util.List;
import java.util.Map;

/// What people have begun to write: kept, theirs alone, never overwritten, gone when it is posted.
class DraftsTest {
    private final ForumSite site = ForumSite.emptied();
    private final Drafts drafts = site.db.site().get(Drafts.class);

    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn bo;
    private long dizzy;

    @BeforeEach
    void people() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        bo = site.member("bob", valley, "moderator", "chair");
        dizzy = site.open(bo, "valley", "Dizzy").discussionId();
    }

    @Test
    void aDraftGoesOnFromWhereItWasSaved() {
        Draft begun = saved(answer(), "One", 0);
        Draft later = saved(answer(), "One, two", begun.revision());

        assertThat(later.id()).isEqualTo(begun.id());
        assertThat(drafts.at(ada, answer()).orElseThrow().words().body()).isEqualTo("One, two");
    }

    @Test
    void theSlowerDeviceIsShownWhatTheOtherSavedAndOverwritesNothing() {
        Draft begun = saved(answer(), "From the ward", 0);
        saved(answer(), "From the office", begun.revision());

        Keeping late =
                drafts.keep(ada, answer(), DraftWords.of("From the train"), begun.revision());
        Keeping anew = drafts.keep(ada, answer(), DraftWords.of("From the phone"), 0);

        for (Keeping kept : List.of(late, anew)) {
            assertThat(kept).isInstanceOf(Keeping.Meanwhile.class);
            assertThat(kept.draft().words().body()).isEqualTo("From the office");
        }
        assertThat(drafts.at(ada, answer()).orElseThrow().words().body())
                .isEqualTo("From the office");
    }

    @Test
    void theSameWordsSentAgainAfterALostAnswerAreNoConflict() {
        Draft begun = saved(answer(), "Words", 0);

        assertThat(drafts.keep(ada, answer(), DraftWords.of("Words"), 0))
                .isEqualTo(new Keeping.Saved(begun));
    }

    @Test
    void aDraftIsForItsAuthorsEyesOnly() {
        Draft begun = saved(answer(), "Not yet for anybody", 0);

        assertThat(drafts.at(bo, answer())).isEmpty();
        assertThat(drafts.mine(bo)).isEmpty();
        assertThat(ForumSite.problemOf(() -> drafts.draft(bo, begun.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(ForumSite.problemOf(() -> drafts.throwAway(bo, begun.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(drafts.mine(ada)).hasSize(1);
    }

    @Test
    void anAnswerTakesTheDraftItWasWrittenInAlong() {
        Draft begun = saved(answer(), "Have you tried the manoeuvre?", 0);

        site.forum.reply(ada, dizzy, written("Have you tried it?", begun), null);

        assertThat(drafts.mine(ada)).isEmpty();
    }

    @Test
    void whatAnotherDeviceSavedSinceStaysWhenTheAnswerIsPosted() {
        Draft begun = saved(answer(), "Short", 0);
        saved(answer(), "Longer, on the other device", begun.revision());

        site.forum.reply(ada, dizzy, written("Short", begun), null);

        assertThat(drafts.at(ada, answer()).orElseThrow().words().body())
                .isEqualTo("Longer, on the other device");
    }

    @Test
    void aRefusedAnswerLeavesTheDraft() {
        Draft begun = saved(answer(), "Words", 0);
        site.moderation.close(bo, dizzy, "It is answered.");

        assertThat(
                        ForumSite.problemOf(
                                () -> site.forum.reply(ada, dizzy, written("Words", begun), null)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(drafts.mine(ada)).hasSize(1);
    }

    @Test
    void draftsOfNewDiscussionsAndEditsGoWithThemToo() {
        Draft opening = saved(new DraftPlace.New(valley, "first"), "Opening words", 0);
        Draft other = saved(new DraftPlace.New(valley, "second"), "Another one", 0);
        Posted opened =
                site.forum.open(
                        ada,
                        "valley",
                        new NewDiscussion(
                                Kind.QUESTION,
                                "Which?",
                                "Opening words",
                                List.of(),
                                null,
                                new Written(opening.id(), opening.revision())),
                        null);
        assertThat(drafts.mine(ada)).extracting(DraftSummary::id).containsExactly(other.id());

        Draft edit = saved(new DraftPlace.OfPost(opened.postId()), "Better words", 0);
        site.edits.edit(
                ada,
                opened.postId(),
                new PostEdit(1, "Better words", "fr", new Written(edit.id(), edit.revision())));

        assertThat(drafts.mine(ada)).extracting(DraftSummary::id).containsExactly(other.id());
        assertThat(site.post(ada, opened.postId()).language()).isEqualTo("fr");
    }

    @Test
    void nobodyBeginsADraftWhereSheMayNotWrite() {
        long closed = site.community("closed", "private");
        Viewer.SignedIn cleo = site.person("cleo");
        Posted secret = site.open(site.member("dan", closed), "closed", "Secret");

        assertThat(problem(cleo, new DraftPlace.New(closed, "x")))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problem(cleo, new DraftPlace.Answer(secret.discussionId(), null)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problem(cleo, new DraftPlace.Answer(dizzy, null)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problem(ada, new DraftPlace.Answer(dizzy, secret.postId())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problem(ada, new DraftPlace.OfDiscussion(dizzy)))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void whoHasLeftKeepsHerWordsAndLearnsNothingNew() {
        long closed = site.community("closed", "private");
        Viewer.SignedIn cleo = site.member("cleo", closed);
        Posted secret = site.open(cleo, "closed", "Secret");
        String link = "[[r:" + Ids.text(Ids.next()) + "]]";
        String words = "See " + link + ". " + "My own words. ".repeat(40) + link.substring(0, 9);
        drafts.keep(
                cleo, new DraftPlace.Answer(secret.discussionId(), null), DraftWords.of(words), 0);
        site.db.run("update membership set until_at = now() where person_id = " + cleo.personId());

        DraftSummary kept = drafts.mine(cleo).getFirst();

        assertThat(kept.opening()).isEqualTo(words);
        assertThat(kept.discussionTitle()).isNull();
        assertThat(kept.path()).isNull();
    }

    @Test
    void aResourceThatWasLetInLeadsBackToTheAnswerItIsMeantForAndToNoOtherDraft() {
        long guide = Ids.next();
        long other = Ids.next();
        saved(answer(), "Here: [[r:" + Ids.text(guide) + "]], [[r:" + Ids.text(guide) + "]]", 0);
        saved(new DraftPlace.New(valley, "new"), "About [[r:" + Ids.text(other) + "]]", 0);

        assertThat(drafts.leadingTo(ada, List.of(other, guide, Ids.next())))
                .containsExactly(Map.entry(guide, "/d/" + Ids.text(dizzy) + "/reply"));
        assertThat(drafts.leadingTo(bo, List.of(guide))).isEmpty();
    }

    @Test
    void aDraftThatNobodyCameBackToGoesAfterHalfAYear() {
        saved(answer(), "Old", 0);
        Draft young = saved(new DraftPlace.New(valley, "young"), "Young", 0);
        site.db.run(
                "update draft set saved_at = now() - interval '181 days' where id <> "
                        + young.id());

        site.db.site().get(DraftCare.class).clear();

        assertThat(drafts.mine(ada)).extracting(DraftSummary::id).containsExactly(young.id());
    }

    @Test
    void whatIsTooLongForAPostIsKeptAndWhatIsTooLongForADraftIsRefused() {
        assertThat(saved(answer(), "x".repeat(100_000), 0).revision()).isEqualTo(1);
        assertThat(
                        ForumSite.problemOf(() ->
                                drafts.keep(
                                        ada,
                                        answer(),
                                        DraftWords.of("x".repeat(DraftWords.LONGEST + 1)),
                                        1)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aHundredDraftsAreAllThatOnePersonKeeps() {
        for (int i = 0; i < Drafts.MOST; i++) {
            saved(new DraftPlace.New(valley, "k" + i), "Words", 0);
        }

        assertThat(problem(ada, answer())).isInstanceOf(Problem.Conflict.class);
        assertThat(drafts.mine(ada)).hasSize(Drafts.MOST);
    }

    @Test
    void savingTakesTwoStatementsAndAnAnswerWithADraftOneMore() {
        Draft begun = saved(answer(), "One", 0);
        assertThat(statements(() -> saved(answer(), "One, two", begun.revision()))).hasSize(2);
        assertThat(statements(() -> site.forum.reply(ada, dizzy, written("Words", begun), "form")))
                .hasSize(6);
    }

    @Test
    void whoIsAnsweredMeanwhileIsShownItOnceAndNothingIsPostedUntilThen() {
        site.reply(bo, dizzy, null, "I was quicker");

        Problem refused =
                ForumSite.problemOf(() -> site.forum.reply(ada, dizzy, seeing(1), "form"));
        Posted posted = site.forum.reply(ada, dizzy, seeing(2), "form");

        assertThat(refused).isEqualTo(new Problem.Conflict(Forum.MEANWHILE));
        assertThat(posted.number()).isEqualTo(3);
        // Her own answer from another window is no news to her.
        assertThat(site.forum.reply(ada, dizzy, seeing(2), "other").number()).isEqualTo(4);
    }

    /// Without what the followers of the change log ask meanwhile.
    private static List<String> statements(Runnable work) {
        return Statements.of(work).stream()
                .filter(statement -> !statement.contains("from change_log"))
                .toList();
    }

    private static NewPost seeing(int number) {
        return new NewPost("My answer", null, null, number, null);
    }

    private DraftPlace answer() {
        return new DraftPlace.Answer(dizzy, null);
    }

    private static NewPost written(String body, Draft draft) {
        return new NewPost(body, null, null, null, new Written(draft.id(), draft.revision()));
    }

    private Problem problem(Viewer.SignedIn person, DraftPlace place) {
        return ForumSite.problemOf(() -> drafts.keep(person, place, DraftWords.of("Words"), 0));
    }

    private Draft saved(DraftPlace place, String body, int revision) {
        Keeping kept = drafts.keep(ada, place, DraftWords.of(body), revision);
        assertThat(kept).isInstanceOf(Keeping.Saved.class);
        return kept.draft();
    }
}
